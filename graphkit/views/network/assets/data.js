// The graph as the file holds it, with the indexes that every part of the page needs. Nothing here ever changes.
const D = JSON.parse($('data').textContent);
const KINDS = D.kinds, TYPES = D.types, STATUSES = D.statuses, OUTLETS = D.outlets;
const nodes = D.nodes, lines = D.lines, facts = D.facts, articles = D.articles;
const nodeOf = new Map(nodes.map((node, i) => [node.k, i]));
const linesOf = nodes.map(() => []);

lines.forEach((line, i) => {
  line.day = line.a || line.p || '';
  line.last = line.b || line.a || line.p || '';
  line.derived = TYPES[line.r].derived;
  linesOf[line.s].push(i);
  if (line.o !== line.s) linesOf[line.o].push(i);
});

const otherEnd = (line, node) => (line.s === node ? line.o : line.s);
const ENDS = linesOf.filter((own) => own.length).length; // sellers alone stand at no end
const STATED = lines.filter((line) => !line.derived && !line.l).length;
const DAYS = lines.filter((line) => line.day && !line.derived).map((line) => line.day).sort();
// One treaty of 1910 must not squeeze ten years of reports into a corner: beyond the outermost fiftieth the ends are open.
const EDGE = Math.floor(DAYS.length / 50);
const FIRST_DAY = DAYS[EDGE] || '', LAST_DAY = DAYS[DAYS.length - 1 - EDGE] || '';
const EARLIER = DAYS.filter((day) => day.slice(0, 7) < FIRST_DAY.slice(0, 7)).length, LATER = DAYS.filter((day) => day.slice(0, 7) > LAST_DAY.slice(0, 7)).length;

function monthsBetween(first, last) {
  const months = [];
  if (!first) return months;
  let [year, month] = first.split('-').map(Number);
  const end = last.slice(0, 7);
  for (;;) {
    const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    months.push(text);
    if (text >= end || months.length > 2400) return months;
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}
const MONTH_LIST = monthsBetween(FIRST_DAY, LAST_DAY);

function phraseOf(line) {
  const verb = TYPES[line.r].phrase, status = STATUSES[line.t].name;
  return status === 'done' ? verb : `${verb} (${status})`;
}

const sentence = (line) =>
  `${nodes[line.s].n} ${phraseOf(line)} ${nodes[line.o].n}` + (line.i && line.i !== nodes[line.o].n ? ` · ${line.i}` : '');

function whenWords(thing) {
  if (thing.a) return rangeWords(thing.a, thing.b);
  if (thing.p) return `reported ${dayWords(thing.p)}`;
  return 'undated';
}
