// Addresses of trained weights by name. Each is a module of its own, so that a page knows only of those that it asks for.
const modules: Readonly<Record<string, () => Promise<{ readonly weights: URL }>>> = {
  'seed-network': () => import('@convlens/pretrained/seed-network'),
  'seed-network-permuted': () => import('@convlens/pretrained/seed-network-permuted'),
  'dense-network': () => import('@convlens/pretrained/dense-network'),
  'dense-network-permuted': () => import('@convlens/pretrained/dense-network-permuted'),
};

export async function weightsOf(name: string): Promise<string> {
  const load = modules[name];
  if (!load)
    throw new Error(
      `weightsOf: expected one of ${Object.keys(modules).join(', ')}, received ${name}. Use one of them.`,
    );
  return (await load()).weights.href;
}
