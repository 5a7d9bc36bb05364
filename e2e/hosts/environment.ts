/**
 * The environment that the hosts give to the app: ours, without what Playwright adds to it for its own workers.
 */
export function appEnvironment(added: Readonly<Record<string, string>> = {}): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) environment[name] = value;
  }
  // Playwright asks its workers for colours, which would run through the log.
  delete environment["FORCE_COLOR"];
  delete environment["DEBUG_COLORS"];
  delete environment["NODE_OPTIONS"];
  return { ...environment, ...added };
}
