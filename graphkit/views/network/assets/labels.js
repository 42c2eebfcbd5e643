// Names and counts on the picture, always of one size on the screen, most important first, never over each other.
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", Arial, sans-serif';
const widths = new Map();
let lastLabels = []; // boxes of the labels drawn last, in screen units

function forgetLabels() { order = null; }
let order = null;

function labelOrder() {
  if (order) return order;
  const rank = (i) => (nodes[i].k === state.sel ? 0 : inFront && inFront.nodes.has(i) ? 1 : 2);
  order = [...seen.nodes].sort((a, b) => rank(a) - rank(b) || byRank(a, b));
  return order;
}

function textWidth(context, text, font) {
  const key = font + text;
  if (!widths.has(key)) { context.font = font; widths.set(key, context.measureText(text).width); }
  return widths.get(key);
}

const meets = (box, boxes) => boxes.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);

function drawText(context, text, x, y, font, ink, paper) {
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = paper;
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

// From the page's units to the screen's: labels neither grow nor shrink with the zoom.
function onScreen(context, draw) {
  const scale = network.getScale(), { x, y } = network.getViewPosition(), area = $('network');
  const ratio = context.canvas.width / area.clientWidth || 1;
  const toScreen = (px, py) => [(px - x) * scale + area.clientWidth / 2, (py - y) * scale + area.clientHeight / 2];
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  draw(toScreen, scale);
  context.restore();
}

function drawLabels(context) {
  if (!seen) return;
  onScreen(context, (toScreen, scale) => {
    const at = network.getPositions(), ink = css('--ink'), paper = css('--paper'), soft = css('--soft');
    const area = { width: $('network').clientWidth, height: $('network').clientHeight };
    const marks = labelOrder().filter((i) => at[i]).map((i) => {
      const [x, y] = toScreen(at[i].x, at[i].y), r = nodeSize(i) * scale;
      return { i, x, y, r, area };
    });
    const blocks = marks.map(({ x, y, r }) => [x - r * 0.8, y - r * 0.8, x + r * 0.8, y + r * 0.8]);
    const boxes = [];
    lastLabels = [];
    marks.forEach((mark, k) => drawName(context, mark, k, boxes, blocks, { ink, paper, soft }));
    drawCounts(context, toScreen, boxes, blocks, { ink, paper, soft }, scale);
  });
}

function drawName(context, { i, x, y, r, area }, place_, boxes, blocks, { ink, paper, soft }) {
  const chosen = nodes[i].k === state.sel || i === hovered;
  if (inFront && !inFront.nodes.has(i) && !chosen) return;
  const strong = chosen || nodes[i].t === 0;
  const font = `${strong ? 600 : 400} ${chosen ? 13.5 : 12}px ${FONT}`;
  const text = cut(nodes[i].n, chosen ? 60 : 28), width = textWidth(context, text, font);
  // Below the mark if there is room, else above, else beside it; whoever finds none is named when one comes nearer.
  const spots = [[x, y + r + 10], [x, y - r - 10], [x + r + 5 + width / 2, y], [x - r - 5 - width / 2, y]];
  const boxOf = ([cx, cy]) => [cx - width / 2 - 2, cy - 7, cx + width / 2 + 2, cy + 7];
  const inside = (box) => box[0] > 2 && box[2] < area.width - 2 && box[1] > 2 && box[3] < area.height - 2;
  const free = (spot) => inside(boxOf(spot)) && !meets(boxOf(spot), boxes);
  // The most important may print over lesser marks, but never over another name.
  const spot = spots.find((each) => free(each) && !coversOther(boxOf(each), blocks, x, y)) || (place_ < 24 && spots.find(free)) || (chosen && spots.find((each) => inside(boxOf(each))));
  if (!spot) return;
  boxes.push(boxOf(spot));
  lastLabels.push({ node: i, box: boxOf(spot) });
  drawText(context, text, ...spot, font, nodes[i].p ? soft : ink, paper);
}

const coversOther = (box, blocks, x, y) =>
  blocks.some((block) => (block[0] + block[2]) / 2 !== x && (block[1] + block[3]) / 2 !== y && meets(box, [block]));

// Numbers where several relationships share a stroke; words only on the strokes of what is chosen.
function drawCounts(context, toScreen, boxes, blocks, { ink, paper, soft }, scale) {
  const chosen = nodeOf.get(state.sel);
  const spoken = (bundle) => bundle.id === state.line || bundle.s === chosen || bundle.o === chosen;
  const all = [...seen.bundles.values()].filter((bundle) => spoken(bundle) || (bundle.lines.length > 1 && !inFront && scale > 0.45));
  const room = seen.bundles.size > 120 ? 14 : 60;
  all.sort((a, b) => spoken(b) - spoken(a) || b.lines.length - a.lines.length || (a.id < b.id ? -1 : 1));
  for (const bundle of all.slice(0, all.filter(spoken).length + room)) {
    const edge = network.body.edges[bundle.id];
    if (!edge || !edge.connected) continue;
    const point = edge.edgeType.getPoint(0.5), [x, y] = toScreen(point.x, point.y), n = bundle.lines.length;
    const words = spoken(bundle) && bundle.r >= 0 && !TYPES[bundle.r].derived ? phraseOf(bundle) : '';
    const text = [words, n > 1 ? `×${n}` : ''].filter(Boolean).join(' ');
    if (!text) continue;
    const font = `500 11px ${FONT}`, width = textWidth(context, text, font);
    const box = [x - width / 2 - 2, y - 7, x + width / 2 + 2, y + 7];
    if (meets(box, boxes) || meets(box, blocks)) continue;
    boxes.push(box);
    drawText(context, text, x, y, font, words ? ink : soft, paper);
  }
}

function drawGround(context) {
  if (!seen || currentRoutes()) return;
  if (state.layout === 'geo') drawCoast(context);
  if (state.layout === 'country') drawClusters(context);
}

const COAST = JSON.parse($('coast').textContent);
let coastPath = null;

function drawCoast(context) {
  if (!coastPath) {
    coastPath = new Path2D();
    for (const ring of COAST) {
      let longitude = 0, latitude = 0;
      for (let i = 0; i < ring.length; i += 2) {
        longitude += ring[i];
        latitude += ring[i + 1];
        const [x, y] = project(longitude / 10, latitude / 10);
        if (i) coastPath.lineTo(x, y); else coastPath.moveTo(x, y);
      }
      coastPath.closePath();
    }
  }
  context.fillStyle = css('--land');
  context.strokeStyle = css('--coast');
  context.lineWidth = 1 / network.getScale();
  context.fill(coastPath);
  context.stroke(coastPath);
}

function drawClusters(context) {
  const scale = network.getScale();
  for (const { name, x, y, radius } of clusters) {
    context.beginPath();
    context.ellipse(x, y, radius * 1.12, radius, 0, 0, 2 * Math.PI);
    context.fillStyle = css('--panel');
    context.fill();
    context.strokeStyle = css('--rule');
    context.lineWidth = 1 / scale;
    context.stroke();
    if (!name) continue;
    context.font = `600 ${12 / scale}px ${FONT}`;
    context.textAlign = 'center';
    context.fillStyle = css('--soft');
    context.fillText(name, x, y - radius + 16 / scale);
  }
}
