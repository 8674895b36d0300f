/** @param faults lines that must be 0 @returns whether they are */
export function report(name, facts, faults) {
  console.log(`\n${name}`);
  for (const [line, figure] of Object.entries(facts)) console.log(`  ${line.padEnd(52)}${figure}`);
  for (const [line, figure] of Object.entries(faults))
    console.log(`${figure === 0 ? '  ' : '! '}${line.padEnd(52)}${figure}`);
  return Object.values(faults).every((figure) => figure === 0);
}
