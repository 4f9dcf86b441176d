/** Thrown under --strict where a command did its work but the data has problems: exit code 3. */
export class DataProblems extends Error {
  constructor(count: number) {
    super(`${count} problems in the data (beehive-graph problems lists them)`);
    this.name = 'DataProblems';
  }
}
