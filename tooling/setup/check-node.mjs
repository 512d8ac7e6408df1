// Says in one sentence when Node is too old, before anything else can fail less clearly.

/** The floor of the build tools: 20.19 or newer on line 20, 22.12 or newer on line 22, any later line. */
export function isSupportedNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major > 22;
}

export function checkNode() {
  if (isSupportedNode(process.versions.node)) return;
  console.error(
    `ConvLens needs Node 20.19, 22.12 or newer; this is ${process.version}. See https://nodejs.org/.`,
  );
  process.exit(1);
}
