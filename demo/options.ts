import path from "node:path";
import { parseArgs } from "node:util";

export interface DemoOptions {
  /** A real feed to mirror onto the pretend wall; undefined = the invented portal speaks. */
  portal: string | undefined;
  isFresh: boolean;
  /** Where the demonstrations keep what they remember. */
  dataDir: string;
  ports: { desk: number; portal: number; wall: number };
  /** Seconds between two invented news. */
  everySeconds: number;
  /** Seconds between two people who write by themselves; 0: nobody does. */
  peopleSeconds: number;
}

export const help = `La dimostrazione di Bacheca: un portale, una Pagina Facebook simulata e Bacheca, tutto su questo computer.
Bacheca's demonstration: a portal, a simulated Facebook Page and Bacheca, all on this computer.

  npm start -- [--portal URL] [--fresh] [--every SECONDS] [--people SECONDS] [--data DIR]
            [--port N] [--portal-port N] [--wall-port N]

  --portal URL       copia un feed vero sul muro simulato        mirrors a real feed onto the pretend wall
  --fresh            ricomincia da zero                          starts over
  --every SECONDS    una notizia inventata ogni tanti secondi    an invented piece of news every so many seconds (5)
  --people SECONDS   qualcuno scrive ogni tanti secondi; 0 mai   somebody writes every so many seconds; 0 never (20)
  --data DIR         dove ricordare (./data)                     where to remember (./data)
  --port N           porta di Bacheca (8090)                     port of Bacheca (8090)
  --portal-port N    porta del portale (8091)                    port of the portal (8091)
  --wall-port N      porta del muro (8092)                       port of the wall (8092)
  --help             questo aiuto                                this help

Se una porta è occupata se ne usa un'altra, e lo si dice. / A port that is taken is replaced by another, and said so.
`;

/** Wrong use of the demonstration; the message holds both languages. */
export class WrongUse extends Error {}

/** Reads the command line. Throws WrongUse. */
export function readOptions(args: readonly string[]): DemoOptions | "help" {
  const values = valuesOf(args);
  if (values.help) return "help";
  const portal = values.portal;
  if (portal !== undefined && !/^https?:$/.test(URL.parse(portal)?.protocol ?? "")) {
    throw new WrongUse(
      `--portal vuole l'indirizzo completo di un feed, non «${portal}». / --portal takes the whole address of a feed.`,
    );
  }
  return {
    portal,
    isFresh: values.fresh,
    dataDir: path.resolve(values.data),
    ports: {
      desk: port("--port", values.port),
      portal: port("--portal-port", values["portal-port"]),
      wall: port("--wall-port", values["wall-port"]),
    },
    everySeconds: number("--every", values.every, 0.05, 3600),
    peopleSeconds: number("--people", values.people, 0, 3600),
  };
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        portal: { type: "string" },
        fresh: { type: "boolean", default: false },
        data: { type: "string", default: "data" },
        port: { type: "string", default: "8090" },
        "portal-port": { type: "string", default: "8091" },
        "wall-port": { type: "string", default: "8092" },
        every: { type: "string", default: "5" },
        people: { type: "string", default: "20" },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (cause) {
    throw new WrongUse(`Opzioni errate / wrong options: ${(cause as Error).message}`, { cause });
  }
}

function port(option: string, text: string): number {
  const value = number(option, text, 0, 65_535);
  if (!Number.isInteger(value)) throw new WrongUse(`${option}: ${text}?`);
  return value;
}

function number(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= least && value <= most) return value;
  throw new WrongUse(
    `${option} vuole un numero da ${least} a ${most}. / ${option} takes a number from ${least} to ${most}.`,
  );
}
