// Building blocks. Text from articles only ever becomes textContent or an attribute value, never markup.
const $ = (id) => document.getElementById(id);

function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'class') node.className = value;
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'style') Object.assign(node.style, value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function svgEl(tag, attributes = {}, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const button = (label, onclick, props = {}) => el('button', { type: 'button', onclick, ...props }, label);

const safeUrl = (url) => (/^https?:\/\/[^\s]+$/i.test(url || '') ? url : null);

function link(url, text) {
  const safe = safeUrl(url);
  return safe ? el('a', { href: safe, target: '_blank', rel: 'noopener noreferrer' }, text) : el('span', {}, text);
}

const LETTERS = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd' };

// Diacritics and case do not matter when one searches.
const fold = (text) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[łøđßæœıþð]/g, (sign) => LETTERS[sign]).replace(/[’‘]/g, "'");

const cut = (text, length) => (text.length > length ? text.slice(0, length - 1).trimEnd() + '…' : text);

const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

const count = (n, one, many = one + 's') => `${number(n)} ${n === 1 ? one : many}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayWords(iso) {
  const [year, month, day] = iso.split('-');
  return [day ? +day : '', month ? MONTHS[+month - 1] : '', year].filter((part) => part !== '').join(' ');
}

// "2019", "Nov 2019", "5 Nov 2019" or "5 Nov 2019 – 6 Nov 2019": as exact as the text is, no more.
function rangeWords(first, last) {
  if (!last || last === first) return dayWords(first);
  const monthEnd = (iso) => new Date(Date.UTC(+iso.slice(0, 4), +iso.slice(5, 7), 0)).getUTCDate() === +iso.slice(8);
  if (first.endsWith('-01') && monthEnd(last)) {
    if (first.endsWith('-01-01') && last.endsWith('-12-31')) {
      return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : `${first.slice(0, 4)}–${last.slice(0, 4)}`;
    }
    if (first.slice(0, 7) === last.slice(0, 7)) return dayWords(first.slice(0, 7));
  }
  return `${dayWords(first)} – ${dayWords(last)}`;
}

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const narrow = matchMedia('(max-width: 900px)');

// Asked for hundreds of times in one frame, and the answer changes with day and night only.
let inks = new Map();
function css(name) {
  if (!inks.has(name)) inks.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return inks.get(name);
}
