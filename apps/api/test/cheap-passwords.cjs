const argon2 = require('@node-rs/argon2');

/** Everybody who takes part in a test has a password, and none is worth its 25 ms. passwords.spec asks for the real cost. */
const { hash } = argon2;
argon2.hash = (password, cost) => hash(password, { ...cost, memoryCost: 64, timeCost: 1 });
