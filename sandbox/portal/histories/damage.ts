import type { Poll } from "../polls.ts";
import type { Chance } from "../random.ts";

/** A whole poll, spoilt on its way. It holds nothing that was not in the whole one. */
export function damaged(luck: Chance, whole: Poll): { poll: Poll; what: string } {
  switch (luck.whole(0, 4)) {
    case 0:
      return {
        what: "truncated",
        // At most 90%: the end of the document is always missing.
        poll: {
          ...whole,
          body: whole.body.slice(0, Math.floor(whole.body.length * luck.whole(10, 90) * 0.01)),
        },
      };
    case 1:
      return { what: "an HTML page at 200", poll: { contentType: "text/html; charset=utf-8", body: sorry } };
    case 2:
      // The worst of both: the label of a feed, the body of an error page.
      return { what: "an HTML page labelled as a feed", poll: { ...whole, body: sorry } };
    case 3:
      return { what: "no body at all", poll: { ...whole, body: "" } };
    default:
      return {
        what: "status 503",
        poll: { contentType: "text/html; charset=utf-8", body: sorry, status: 503 },
      };
  }
}

const sorry = `<!DOCTYPE html>
<html lang="it"><head><title>Errore</title></head><body><h1>Si è verificato un errore</h1>
<p>Il servizio non è al momento disponibile. <a href="/">Torna alla pagina iniziale</a></p></body></html>
`;
