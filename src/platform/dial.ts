import { connect, type Socket } from "node:net";

/** Opens a TCP connection within a time. Rejects with the system's error, or one whose code is ETIMEDOUT. */
export async function dial(to: { host: string; port: number; timeoutMs: number }): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const socket = connect({ host: to.host, port: to.port });
  const timer = setTimeout(() => {
    socket.destroy(Object.assign(new Error("no connection in time"), { code: "ETIMEDOUT" }));
  }, to.timeoutMs);
  socket.once("error", reject);
  socket.once("connect", () => resolve(socket));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    socket.off("error", reject);
  }
}
