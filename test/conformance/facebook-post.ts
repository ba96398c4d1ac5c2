import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { FacebookSandbox } from "../../sandbox/facebook/index.ts";
import type { Channel } from "../../src/channels/channel.ts";
import type { FacebookApp } from "../../src/channels/facebook-page/app.ts";
import type { FacebookPageSettings } from "../../src/channels/facebook-page/settings.ts";
import type { PretendPost } from "./channel-world.ts";

const path = "/webhooks/facebook-page";

/** An address on this machine that answers the handshake as our web does, and keeps what arrives. */
export async function openFacebookPost(
  { webhooks }: FacebookSandbox,
  { listening }: Channel<FacebookPageSettings, FacebookApp>,
  app: FacebookApp,
): Promise<{ post: PretendPost<FacebookApp>; closePost: () => Promise<void> }> {
  const letters: { body: Buffer; headers: Record<string, string> }[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
    const query = Object.fromEntries(searchParams);
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const challenge = pathname === path ? listening?.handshake(app, query) : undefined;
      const headers = request.headers as Record<string, string>;
      if (request.method === "POST") letters.push({ body: Buffer.concat(chunks), headers });
      response.writeHead(request.method === "POST" || challenge ? 200 : 403).end(challenge);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const post: PretendPost<FacebookApp> = {
    app,
    callbackUrl: `http://127.0.0.1:${port}${path}`,
    arrived: async () => {
      // What is gathered in one moment leaves in the next.
      await new Promise((resolve) => setTimeout(resolve, 20));
      await webhooks.sender.idle();
      return letters.splice(0);
    },
    repeat: () => void webhooks.outbox.setWeather({ duplicates: 1 }),
  };
  const closePost = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { post, closePost };
}
