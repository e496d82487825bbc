/**
 * Which addresses of the network are fetched from: public ones. A page must not be able to send this program to services
 * of the machine or the network it runs in. The ranges are IANA's special-purpose registries, in node's own BlockList:
 * they change once in a decade, and a list that stands here can be read.
 */
import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { FetchProblem } from './problem.js';

const SPECIAL_4: [string, number][] = [
  ['0.0.0.0', 8], // this host, unspecified
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];
/**
 * Of IPv6 only global unicast is public at all: loopback, unspecified, unique local, link-local, site-local, multicast,
 * IPv4-mapped (::ffff:0:0/96) and NAT64 (64:ff9b::/96, 64:ff9b:1::/48) lie outside of it.
 */
const GLOBAL_6: [string, number] = ['2000::', 3];
const SPECIAL_6: [string, number][] = [
  ['2001::', 23], // protocol assignments: Teredo, ORCHID, benchmarks
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: any IPv4 address inside
  ['3fff::', 20], // documentation
];

const special = new BlockList();
for (const [net, bits] of SPECIAL_4) special.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of SPECIAL_6) special.addSubnet(net, bits, 'ipv6');
const global6 = new BlockList();
global6.addSubnet(...GLOBAL_6, 'ipv6');

/** Is it an IP address (without brackets) of the public network? */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !special.check(address, 'ipv4');
  // fe80::1%eth0: with a zone it is never public
  if (version !== 6 || address.includes('%')) return false;
  return global6.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

function privateAddress(host: string, address: string): FetchProblem {
  const where = host === address ? address : `${host} (${address})`;
  return new FetchProblem('address', `${where} is not a public address; --allow-private fetches from it`);
}

/**
 * Refuses what this program never fetches: other schemes, credentials, and addresses of the network that are written out.
 * Names are checked by `checkedLookup` when they are looked up.
 * @throws FetchProblem
 */
export function refuseUrl(url: URL, mayReach: (address: string) => boolean): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchProblem('address', `${url.protocol} is not fetched, only http: and https:`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchProblem('address', 'an address with a user name or password is not fetched');
  }
  // http.request does not look up what is an IP address already.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayReach(host)) throw privateAddress(host, host);
}

type Resolve = (
  host: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * The `lookup` of a connection: it connects to the very addresses that were checked here, so a name that means another
 * address at the next question (DNS rebinding) gains nothing. One address that may not be reached refuses the name.
 */
export function checkedLookup(mayReach: (address: string) => boolean, resolve: Resolve = systemLookup): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '');
      const refused = addresses.find(({ address }) => !mayReach(address));
      if (refused) return done(privateAddress(host, refused.address), '');
      const [first] = addresses;
      if (!first) return done(Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' }), '');
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}
