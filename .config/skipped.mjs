/** A vitest reporter that counts what was skipped and says why, so that nothing is left out in silence. */
export default class Skipped {
  onTestRunEnd(modules) {
    const skipped = modules.flatMap(module =>
      [...module.children.allTests("skipped")].map(test => ({ module, test })),
    );
    if (skipped.length === 0) return;
    console.log(`\n Skipped ${skipped.length}:`);
    for (const { module, test } of skipped) {
      const { note } = test.result();
      console.log(
        `   ${module.relativeModuleId} > ${test.fullName}: ${note ?? "a condition of the test does not hold here"}`,
      );
    }
  }
}
