// The package graph of docs/architecture.md: what each package may import. Anything else is an error,
// a cycle above all. Apps and tooling may import any package; nothing imports them.

const shapes = ['types', 'geometry', 'random'];
const engine = [...shapes, 'tensor-core'];

export const edges = {
  types: [],
  geometry: [],
  random: [],
  'data-mnist': [],
  pretrained: [],
  'tensor-core': shapes,
  datasets: [...shapes, 'data-mnist'],
  elements: ['types', 'geometry', 'datasets'],
  'backend-cpu': engine,
  layers: engine,
  live: [...engine, 'backend-cpu', 'layers', 'datasets', 'elements'],
  convlens: [...engine, 'backend-cpu', 'layers', 'datasets', 'data-mnist'],
};

/** The package of which the table would lead back to itself, if any: the table must be a hierarchy. */
export function findCycle(table) {
  const reaches = (from, target, seen = new Set()) =>
    (table[from] ?? []).some((next) => {
      if (next === target) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, target, seen);
    });
  return Object.keys(table).find((name) => reaches(name, name));
}
