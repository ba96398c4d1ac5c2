import net from "node:net";

const host = "127.0.0.1";

/** The port wished for, or a free one where it is taken. Never one of `others`. */
export async function freePort(wished: number, others: readonly number[]): Promise<number> {
  if (wished !== 0 && !others.includes(wished) && (await listen(wished)) !== undefined) return wished;
  for (;;) {
    const port = await listen(0);
    if (port === undefined) throw new Error(`no free port on ${host}`);
    if (!others.includes(port)) return port;
  }
}

/** Listens for a moment; the port that was got, or undefined where it is taken or not allowed. */
function listen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, host, () => {
      const { port: got } = server.address() as net.AddressInfo;
      server.close(() => resolve(got));
    });
  });
}
