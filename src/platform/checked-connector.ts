import { lookup } from "node:dns/promises";
import { isIP, type Socket } from "node:net";
import { buildConnector } from "undici";
import type { HttpFault } from "./http-client.ts";

/** All addresses of a name, in the order they should be tried. */
export type Resolve = (name: string) => Promise<string[]>;

export interface ConnectorOptions {
  /** For the name look-up, every address tried and the TLS handshake together. */
  connectTimeoutMs: number;
  allowPrivateAddress: boolean;
  resolve: Resolve;
  isPublic: (address: string) => boolean;
  /** Trusted besides the usual authorities (PEM), for a portal with a certificate of its own network. */
  certificateAuthorities?: string[];
}

/** No connection came about, so surely nothing of the request was sent. */
export class ConnectFault extends Error {
  readonly fault: HttpFault;
  constructor(fault: HttpFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "ConnectFault";
    this.fault = fault;
  }
}

export const resolveBySystem: Resolve = async (name) =>
  (await lookup(name, { all: true })).map((found) => found.address);

/**
 * A connector for undici that resolves the name itself, checks every address and then connects to the very address it
 * checked: a name that answers differently the second time (DNS rebinding) gains nothing. The TLS name and the Host
 * header stay those of the name.
 */
export function checkedConnector(options: ConnectorOptions): buildConnector.connector {
  return (target, callback) => {
    connect(target, options).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(asConnectFault(error), null),
    );
  };
}

async function connect(target: buildConnector.Options, options: ConnectorOptions): Promise<Socket> {
  const deadlineAt = Date.now() + options.connectTimeoutMs;
  const name = target.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(name) ? [name] : await within(options.resolve(name), options.connectTimeoutMs);
  if (addresses.length === 0) throw new ConnectFault("name-not-found", "the name has no address");
  // One private address among public ones is enough to refuse: whoever answers so is not an honest portal.
  if (!options.allowPrivateAddress && !addresses.every(options.isPublic)) {
    throw new ConnectFault("private-address", "the name leads to an address that is not public");
  }
  let last: unknown;
  for (const [index, address] of addresses.entries()) {
    // What is left is shared among the addresses not tried yet, so that a dead IPv6 leaves time for IPv4.
    const timeoutMs = Math.max(1, Math.floor((deadlineAt - Date.now()) / (addresses.length - index)));
    try {
      return await connectTo(address, name, target, timeoutMs, options);
    } catch (error) {
      last = error;
      // A server that answers with a wrong certificate has answered.
      if (asConnectFault(error).fault === "tls") break;
    }
  }
  throw last;
}

function connectTo(
  address: string,
  name: string,
  target: buildConnector.Options,
  timeoutMs: number,
  options: ConnectorOptions,
): Promise<Socket> {
  const open = buildConnector({
    timeout: timeoutMs,
    allowH2: false,
    ...(options.certificateAuthorities && { ca: options.certificateAuthorities }),
  });
  // The TLS name goes along only for TLS: given for plain HTTP, undici would hand the name back to the system's resolver.
  const servername = target.protocol === "https:" && !isIP(name) ? target.servername || name : undefined;
  return new Promise((resolve, reject) => {
    open({ ...target, hostname: address, host: undefined, servername }, (error, socket) =>
      error ? reject(error) : resolve(socket as Socket),
    );
  });
}

function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(
    () => reject(new ConnectFault("timeout", "the name was not resolved in time")),
    timeoutMs,
  );
  work.then(resolve, reject).finally(() => clearTimeout(timer));
  return promise;
}

const unreachableCodes = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
  "EACCES",
  "EMFILE",
  // The resolver itself is in trouble: not the same as a name that does not exist.
  "EAI_AGAIN",
]);

function asConnectFault(error: unknown): ConnectFault {
  if (error instanceof ConnectFault) return error;
  const code = String((error as { code?: unknown })?.code ?? "");
  if (code === "ENOTFOUND" || code === "ENODATA") return new ConnectFault("name-not-found", code, error);
  if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT")
    return new ConnectFault("timeout", code, error);
  if (unreachableCodes.has(code)) return new ConnectFault("unreachable", code, error);
  // Certificate codes come from OpenSSL and are many (CERT_HAS_EXPIRED, UNABLE_TO_VERIFY_LEAF_SIGNATURE...).
  if (/^(ERR_(TLS|SSL|OSSL)|EPROTO$)|CERT|SIGNATURE|ISSUER|CRL/.test(code))
    return new ConnectFault("tls", code, error);
  return new ConnectFault("unreachable", code || "the connection did not come about", error);
}
