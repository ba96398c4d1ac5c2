/** Settings for a small database that shares a small machine with the product. Overridden by name. */
export function serverSettings(
  majorVersion: number,
  socketDir: string,
  overrides: Record<string, string>,
): Record<string, string> {
  return {
    // Whoever may enter the socket's directory may connect; there is no network port at all.
    listen_addresses: "",
    unix_socket_directories: socketDir,
    unix_socket_permissions: "0700",
    // In use for good once touched; what it does not hold, the system holds. The promise is 150 MB for all together.
    shared_buffers: "24MB",
    max_wal_size: "256MB",
    min_wal_size: "32MB",
    max_parallel_workers_per_gather: "0",
    // Processes we have no use for; each costs megabytes.
    max_logical_replication_workers: "0",
    ...(majorVersion >= 18 ? { io_method: "sync" } : {}),
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // Every five minutes a line that nobody reads.
    log_checkpoints: "off",
    log_line_prefix: "%m [%p] %q%a ",
    ...overrides,
  };
}

/** The same as arguments of `postgres`. */
export function asArguments(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
