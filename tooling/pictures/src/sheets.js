// Which subject is on which sheet, and the sheet as a page. No browser here.
import { shotOf, variants } from './subjects.js';

/** Into at most `count` parts of about the same size; no group is torn apart: it goes where its middle is. */
export function divide(subjects, count) {
  const parts = Array.from({ length: count }, () => []);
  let before = 0;
  for (const group of groupsOf(subjects)) {
    const middle = before + group.length / 2;
    parts[Math.floor((middle / subjects.length) * count)].push(...group);
    before += group.length;
  }
  return parts.filter((part) => part.length > 0);
}

function groupsOf(subjects) {
  const groups = new Map();
  for (const subject of subjects) groups.set(subject.group, [...(groups.get(subject.group) ?? []), subject]);
  return groups.values();
}

/** `elements-1`, `elements-2`, …, `pages-1`. */
export function names(sheets) {
  const counts = new Map();
  return sheets.map(({ of }) => {
    counts.set(of, (counts.get(of) ?? 0) + 1);
    return `${of}-${counts.get(of)}`;
  });
}

/** Three columns; in each, a caption and four pictures a subject. */
export function sheetPage({ subjects }, title) {
  const groups = [...groupsOf(subjects)].map(
    (group) =>
      `<section><h2>${escape(group[0].group || 'pages')}</h2>${group.map(figure).join('')}</section>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>${escape(title)}</title><style>
  * { box-sizing: border-box; margin: 0 }
  body { width: 2600px; padding: 24px; background: #E4E2DD; color: #17181C; font: 15px/20px sans-serif }
  main { columns: 3; column-gap: 24px }
  h1 { font-size: 24px; line-height: 32px; margin-bottom: 16px }
  h2 { font-size: 18px; line-height: 24px; margin: 12px 0 4px; break-after: avoid }
  figure { margin-bottom: 12px; break-inside: avoid }
  div { display: flex; align-items: start; gap: 8px }
  img { display: block; border: 1px solid #B8B5AE }
  .w1440 { width: 300px } .w360 { width: 100px }
  </style><h1>${escape(title)}: 1440 px and 360 px, light and dark</h1><main>${groups.join('')}</main>`;
}

const figure = (subject) =>
  `<figure><figcaption>${escape(subject.name)}</figcaption><div>${variants
    .map(
      (variant) =>
        `<img class="w${variant.width}" src="${encodeURIComponent(shotOf(subject, variant))}" alt="">`,
    )
    .join('')}</div></figure>`;

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
