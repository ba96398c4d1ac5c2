/**
 * Lines of work by name: work of one name runs one after the other, different names side by side. A failure does not
 * hold up who waits behind it. Only within this process.
 */
export function openLines(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const lastOf = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const before = lastOf.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    lastOf.set(name, mine);
    const leave = () => {
      if (lastOf.get(name) === mine) lastOf.delete(name);
    };
    mine.then(leave, leave);
    return mine;
  };
}
