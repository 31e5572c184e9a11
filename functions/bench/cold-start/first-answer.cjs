// What the platform does with a bundle in a fresh process: loads it, hands it an event, takes its answer.
const [, , bundle, event] = process.argv
const limits = { getRemainingTimeInMillis: () => 60_000 }

require(bundle)
  .handler(JSON.parse(event), limits)
  .then((answer) => process.stdout.write(JSON.stringify(answer ?? null), () => process.exit(0)))
