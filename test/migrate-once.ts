// A program for tests: migrates the database of the connection given as JSON and says what it applied.
import process from "node:process";
import { migrate } from "../src/database/migrate.ts";
import { openPool } from "../src/database/pool.ts";

const db = openPool(JSON.parse(process.argv[2] ?? "{}"), 1, () => {});
console.log(JSON.stringify(await migrate({ db })));
await db.destroy();
