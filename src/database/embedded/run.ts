import { execFile } from "node:child_process";

/** The system user that runs the server when it is not the one that runs us. */
export interface ServerUser {
  uid: number;
  gid: number;
  name: string;
}

/**
 * Nothing of our own environment reaches PostgreSQL: a PGDATA or PGPORT left there by someone would send it elsewhere.
 */
export const bareEnvironment: NodeJS.ProcessEnv = {
  PATH: "/usr/local/bin:/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};

export interface RunResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, as another user if one is given. Never throws for what the program does. */
export function run(program: string, args: string[], user?: ServerUser): Promise<RunResult> {
  const as = user === undefined ? {} : { uid: user.uid, gid: user.gid };
  // cwd "/": the program may be unable to enter ours.
  const options = { cwd: "/", env: bareEnvironment, maxBuffer: 16 * 1024 * 1024, ...as };
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      const code = error?.code;
      const exitCode = error === null ? 0 : typeof code === "number" ? code : 127;
      resolve({ exitCode, stdout, stderr: stderr || (error?.message ?? "") });
    });
  });
}
