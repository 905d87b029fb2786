'use strict';
// SHA-256 and SHA-512 (FIPS 180-4), Ed25519 verification (RFC 8032) and RFC 6962 hashes in plain JavaScript, so that
// the page asks nothing of the browser but arithmetic.

function bytesOfText(text) {
  return new TextEncoder().encode(text);
}

function join(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function hexOf(bytes) {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOfHex(hex) {
  if (!/^(?:[0-9a-f]{2})*$/.test(hex)) {
    throw new Error('not lower-case hexadecimal digits: ' + hex);
  }
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

/** Reads base64 in its one exact form only. */
function bytesOfBase64(text) {
  const binary = atob(text);
  if (btoa(binary) !== text) {
    throw new Error('not base64 in its one exact form');
  }
  return Uint8Array.from(binary, character => character.charCodeAt(0));
}

function isEqual(a, b) {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** A whole number as eight big-endian bytes. */
function eightBytes(number) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number));
  return bytes;
}

/** The first primes; the hashes' constants are the first bits of the fractions of their roots. */
function primes(count) {
  const found = [];
  for (let n = 2; found.length < count; n++) {
    if (found.every(prime => n % prime !== 0)) {
      found.push(n);
    }
  }
  return found;
}

/** The largest whole number whose power is not above the value. */
function wholeRoot(value, power) {
  let low = 0n;
  let high = 1n << 80n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** power <= value) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The first 64 bits of the fraction of each prime's root. */
function fractions(count, power) {
  return primes(count).map(prime => BigInt.asUintN(64, wholeRoot(BigInt(prime) << (64n * power), power)));
}

const SHA512_ROUNDS = fractions(80, 3n);
const SHA512_START = fractions(8, 2n);
const SHA256_ROUNDS = Int32Array.from(SHA512_ROUNDS.slice(0, 64), word => Number(word >> 32n));
const SHA256_START = Int32Array.from(SHA512_START, word => Number(word >> 32n));

/** The message, a one bit, zeros and the length in bits, filled up to whole blocks. */
function padded(message, block, lengthBytes) {
  const size = Math.ceil((message.length + 1 + lengthBytes) / block) * block;
  const bytes = new Uint8Array(size);
  bytes.set(message);
  bytes[message.length] = 0x80;
  new DataView(bytes.buffer).setBigUint64(size - 8, BigInt(message.length) * 8n);
  return bytes;
}

function sha256(message) {
  const bytes = padded(message, 64, 8);
  const view = new DataView(bytes.buffer);
  const state = SHA256_START.slice();
  const w = new Int32Array(64);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  for (let block = 0; block < bytes.length; block += 64) {
    for (let t = 0; t < 16; t++) {
      w[t] = view.getInt32(block + 4 * t);
    }
    for (let t = 16; t < 64; t++) {
      const s0 = turn(w[t - 15], 7) ^ turn(w[t - 15], 18) ^ (w[t - 15] >>> 3);
      const s1 = turn(w[t - 2], 17) ^ turn(w[t - 2], 19) ^ (w[t - 2] >>> 10);
      w[t] = (w[t - 16] + s0 + w[t - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let t = 0; t < 64; t++) {
      const sum1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const one = (h + sum1 + ((e & f) ^ (~e & g)) + SHA256_ROUNDS[t] + w[t]) | 0;
      const sum0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const two = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] += word; });
  }
  const digest = new Uint8Array(32);
  state.forEach((word, i) => new DataView(digest.buffer).setInt32(4 * i, word));
  return digest;
}

function sha512(message) {
  const bytes = padded(message, 128, 16);
  const view = new DataView(bytes.buffer);
  const cut = x => BigInt.asUintN(64, x);
  const turn = (x, n) => (x >> n) | cut(x << (64n - n));
  let state = SHA512_START.slice();
  for (let block = 0; block < bytes.length; block += 128) {
    const w = Array.from({ length: 16 }, (_, t) => view.getBigUint64(block + 8 * t));
    for (let t = 16; t < 80; t++) {
      const s0 = turn(w[t - 15], 1n) ^ turn(w[t - 15], 8n) ^ (w[t - 15] >> 7n);
      const s1 = turn(w[t - 2], 19n) ^ turn(w[t - 2], 61n) ^ (w[t - 2] >> 6n);
      w[t] = cut(w[t - 16] + s0 + w[t - 7] + s1);
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let t = 0; t < 80; t++) {
      const sum1 = turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n);
      const one = h + sum1 + ((e & f) ^ (cut(~e) & g)) + SHA512_ROUNDS[t] + w[t];
      const sum0 = turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n);
      const two = sum0 + ((a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, h] = [cut(one + two), a, b, c, cut(d + one), e, f, g];
    }
    state = [a, b, c, d, e, f, g, h].map((word, i) => cut(state[i] + word));
  }
  return join(...state.map(eightBytes));
}

const P = (1n << 255n) - 19n;
const L = (1n << 252n) + 27742317777372353535851937790883648493n;
const D = modulo(-121665n * power(121666n, P - 2n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);
const BASE = decodePoint(bytesOfHex('5866666666666666666666666666666666666666666666666666666666666666'));

function modulo(a) {
  const rest = a % P;
  return rest < 0n ? rest + P : rest;
}

function power(base, exponent) {
  let result = 1n;
  for (let square = base; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) {
      result = modulo(result * square);
    }
    square = modulo(square * square);
  }
  return result;
}

function littleEndian(bytes) {
  return bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

/** RFC 8032 §5.1.3: the point in extended coordinates, or an error. */
function decodePoint(bytes) {
  const all = littleEndian(bytes);
  const sign = all >> 255n;
  const y = all & ((1n << 255n) - 1n);
  if (bytes.length !== 32 || y >= P) {
    throw new Error('not a point of the curve');
  }
  const u = modulo(y * y - 1n);
  const v = modulo(D * y * y + 1n);
  let x = modulo(u * power(v, 3n) * power(modulo(u * power(v, 7n)), (P - 5n) / 8n));
  if (modulo(v * x * x) === modulo(-u)) {
    x = modulo(x * ROOT_OF_MINUS_ONE);
  }
  if (modulo(v * x * x) !== u || (x === 0n && sign === 1n)) {
    throw new Error('not a point of the curve');
  }
  if ((x & 1n) !== sign) {
    x = P - x;
  }
  return [x, y, 1n, modulo(x * y)];
}

/** RFC 8032 §5.1.4: the sum of two points, the same or not. */
function add([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const a = modulo((y1 - x1) * (y2 - x2));
  const b = modulo((y1 + x1) * (y2 + x2));
  const c = modulo(2n * t1 * t2 * D);
  const d = modulo(2n * z1 * z2);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [modulo(e * f), modulo(g * h), modulo(f * g), modulo(e * h)];
}

function multiply(point, scalar) {
  let sum = [0n, 1n, 1n, 0n];
  for (let double = point; scalar > 0n; scalar >>= 1n) {
    if (scalar & 1n) {
      sum = add(sum, double);
    }
    double = add(double, double);
  }
  return sum;
}

/** Whether the Ed25519 key made the signature over the message: RFC 8032 §5.1.7, without cofactor. */
function isSigned(key, message, signature) {
  try {
    const [r, s] = [signature.slice(0, 32), littleEndian(signature.slice(32))];
    if (signature.length !== 64 || s >= L) {
      return false;
    }
    const k = littleEndian(sha512(join(r, key, message))) % L;
    const [x1, y1, z1] = multiply(BASE, s);
    const [x2, y2, z2] = add(decodePoint(r), multiply(decodePoint(key), k));
    return modulo(x1 * z2 - x2 * z1) === 0n && modulo(y1 * z2 - y2 * z1) === 0n;
  } catch (error) {
    return false;
  }
}

function leafHash(entry) {
  return sha256(join(Uint8Array.of(0), entry));
}

/** Whether the path leads from the leaf hash to the root: RFC 9162 §2.1.3.2. */
function isIncluded(leaf, index, size, path, root) {
  let fn = BigInt(index);
  let sn = BigInt(size) - 1n;
  if (fn < 0n || fn > sn) {
    return false;
  }
  let r = leaf;
  for (const p of path) {
    if (sn === 0n) {
      return false;
    }
    if ((fn & 1n) === 1n || fn === sn) {
      r = sha256(join(Uint8Array.of(1), p, r));
      while ((fn & 1n) === 0n && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      r = sha256(join(Uint8Array.of(1), r, p));
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  return sn === 0n && isEqual(r, root);
}
