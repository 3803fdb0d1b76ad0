/** As much of DuckDB as is used; it is installed by whoever wants SQL, and by nobody else. */
declare module "@duckdb/node-api" {
  interface Reader {
    columnNames(): string[];
    getRowsJson(): unknown[][];
  }
  interface Connection {
    run(sql: string): Promise<unknown>;
    runAndReadAll(sql: string): Promise<Reader>;
  }
  export const DuckDBInstance: {
    create(
      path: string,
      options: Readonly<Record<string, string>>,
    ): Promise<{ connect(): Promise<Connection> }>;
  };
}
