// When: a histogram that is a filter. A relationship counts in the month in which its event begins, else was reported.
const bar = {};

function buildDates() {
  const host = $('time');
  if (!MONTH_LIST.length) {
    host.replaceChildren(el('p', { class: 'soft' }, lines.length ? 'No relationship here has a date.' : ''));
    host.hidden = !lines.length;
    return;
  }
  bar.svg = svgEl('svg', { class: 'bars', role: 'img', preserveAspectRatio: 'none' });
  bar.from = range('from', 'From', (i) => change((s) => { s.from = i > 0 ? MONTH_LIST[Math.min(i, indexOf(s.to, MONTH_LIST.length - 1))] : ''; }, 'from'));
  bar.to = range('to', 'To', (i) => change((s) => { s.to = i < MONTH_LIST.length - 1 ? MONTH_LIST[Math.max(i, indexOf(s.from, 0))] : ''; }, 'to'));
  bar.words = el('output', { class: 'range' });
  bar.undatedBox = el('input', { type: 'checkbox', onchange: () => change((s) => { s.undated = bar.undatedBox.checked; }) });
  bar.undatedLabel = el('label', { class: 'undated', hidden: true }, bar.undatedBox, 'also those without a date');
  bar.play = button('Play', play, { id: 'play', 'aria-pressed': 'false' });
  const presets = [['All', 0], ['Last year', 12], ['3 years', 36], ['5 years', 60], ['10 years', 120]].filter(([, n]) => n === 0 || n < MONTH_LIST.length);
  bar.presets = presets.map(([label, n]) => [n, button(label, () => preset(n), { class: 'preset' })]);
  host.replaceChildren(
    el('div', { class: 'timehead' }, bar.words, bar.undatedLabel, el('span', { class: 'presets' }, bar.presets.map(([, b]) => b), bar.play)),
    el('div', { class: 'bars-box' }, bar.svg, el('div', { class: 'ranges' }, bar.from, bar.to)),
    el('div', { class: 'years', 'aria-hidden': 'true' }),
  );
}

const indexOf = (month, otherwise) => (MONTH_LIST.includes(month) ? MONTH_LIST.indexOf(month) : otherwise);

function range(id, label, onstep) {
  return el('input', { type: 'range', id, min: 0, max: MONTH_LIST.length - 1, step: 1, 'aria-label': label, oninput: (event) => onstep(+event.target.value) });
}

function preset(months) {
  stop();
  change((s) => { s.from = months ? MONTH_LIST[MONTH_LIST.length - months] : ''; s.to = ''; });
}

let timer = 0;

function stop() {
  clearInterval(timer);
  timer = 0;
  if (bar.play) { bar.play.setAttribute('aria-pressed', 'false'); bar.play.textContent = 'Play'; }
}

// A window of a year that walks from the beginning to the end, a quarter at a time.
function play() {
  if (timer) { stop(); return; }
  bar.play.setAttribute('aria-pressed', 'true');
  bar.play.textContent = 'Stop';
  let start = 0;
  const step = () => {
    if (start + 11 >= MONTH_LIST.length + 2) { stop(); return; }
    change((s) => { s.from = MONTH_LIST[Math.min(start, MONTH_LIST.length - 1)]; s.to = MONTH_LIST[Math.min(start + 11, MONTH_LIST.length - 1)]; }, 'play');
    start += 3;
  };
  step();
  timer = setInterval(step, 700);
}

// Months that would be thinner than a hair are drawn together.
function binsOf() {
  const size = MONTH_LIST.length > 480 ? 12 : MONTH_LIST.length > 120 ? 3 : 1, bins = [];
  for (let i = 0; i < MONTH_LIST.length; i += size) bins.push({ i, months: MONTH_LIST.slice(i, i + size) });
  return bins;
}

function showDates() {
  if (!bar.svg) return;
  const bins = binsOf(), n = MONTH_LIST.length, at = [indexOf(state.from, 0), indexOf(state.to, n - 1)];
  for (const bin of bins) bin.n = bin.months.reduce((sum, month) => sum + (seen.counts.months[month] || 0), 0);
  const most = Math.max(1, ...bins.map((bin) => bin.n));
  bar.svg.setAttribute('viewBox', `0 0 ${n} 40`);
  bar.svg.setAttribute('aria-label', `Relationships over time, ${dayWords(FIRST_DAY)} to ${dayWords(LAST_DAY)}`);
  bar.svg.replaceChildren(...bins.filter((bin) => bin.n).map((bin) => {
    const height = Math.max(2, (bin.n / most) * 38), inside = bin.i + bin.months.length > at[0] && bin.i <= at[1];
    const mark = svgEl('rect', { x: bin.i + bin.months.length * 0.08, y: 40 - height, width: bin.months.length * 0.84, height, class: inside ? 'in' : 'out' });
    mark.append(svgEl('title'));
    mark.firstChild.textContent = `${rangeWords(bin.months[0])}${bin.months.length > 1 ? ' – ' + dayWords(bin.months.at(-1)) : ''}: ${bin.n}`;
    return mark;
  }));
  showRange(at);
  showYears(n);
}

function showRange(at) {
  const n = MONTH_LIST.length;
  for (const [input, i] of [[bar.from, at[0]], [bar.to, at[1]]]) {
    input.value = i;
    input.setAttribute('aria-valuetext', dayWords(MONTH_LIST[i]));
  }
  const open = [!state.from && EARLIER ? `${number(EARLIER)} earlier, ` : '', !state.to && LATER ? `, ${number(LATER)} later` : ''];
  bar.words.textContent = `${open[0]}${dayWords(MONTH_LIST[at[0]])} – ${dayWords(MONTH_LIST[at[1]])}${open[1]}`;
  const narrowed = Boolean(state.from || state.to), without = lines.filter((line) => !line.day && !line.derived).length;
  bar.undatedLabel.hidden = !narrowed || !without;
  bar.undatedBox.checked = state.undated;
  bar.undatedLabel.lastChild.textContent = ` also ${number(without)} without a date`;
  for (const [months, b] of bar.presets) {
    const on = months === 0 ? !narrowed : !state.to && state.from === MONTH_LIST[n - months];
    b.setAttribute('aria-pressed', String(on));
  }
}

function showYears(n) {
  const host = $('time').querySelector('.years'), years = MONTH_LIST.filter((month) => month.endsWith('-01'));
  const room = Math.max(1, Math.floor((host.clientWidth || 800) / 46)), step = Math.ceil(years.length / room) || 1;
  host.replaceChildren(...years.filter((month, i) => i % step === 0 && MONTH_LIST.indexOf(month) / n < 0.965).map((month) => el('span', { style: { left: `${(MONTH_LIST.indexOf(month) / n) * 100}%` } }, month.slice(0, 4))));
}
