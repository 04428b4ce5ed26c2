// Keeps the site in the browser: what was visited once is there without a network, and follows the site's releases.
// Pages come from the network where there is one. Beside that the whole site is fetched bit by bit, as its manifest
// lists it: files whose digests changed are fetched again, those that are gone are dropped. Of a site of more files
// than MOST its search and articles are; where these are more too, and for readers who save data, what is visited.
(function () {
  "use strict";
  const CACHE = "musnad";
  const LIST = "manifest-sha256.txt";
  const MOST = 5000; // files
  const AT_ONCE = 6;
  const root = self.registration.scope;
  let following;

  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim().then(follow)));
  self.addEventListener("fetch", (event) => {
    const url = event.request.url.split(/[?#]/)[0];
    if (event.request.method !== "GET" || !url.startsWith(root) || url === root + "sw.js") return;
    event.respondWith(answer(event, url));
  });

  async function answer(event, url) {
    const cache = await caches.open(CACHE);
    try {
      const response = await fetch(event.request);
      if (response.status === 200) event.waitUntil(cache.put(url, response.clone()));
      if (event.request.mode === "navigate") event.waitUntil(follow());
      return response;
    } catch (error) {
      const kept = await cache.match(url.endsWith("/") ? url + "index.html" : url);
      if (kept) return kept;
      throw error;
    }
  }

  // The paths of a manifest, each with its digest. Paths are written as in RFC 8493: %25 for a percent sign.
  function read(text) {
    return new Map(text.split("\n").filter(Boolean).map((row) => [decodeURIComponent(row.slice(66)), row.slice(0, 64)]));
  }

  function follow() {
    return (following ??= fetchAll().catch(() => {}).finally(() => (following = null)));
  }

  async function fetchAll() {
    const response = await fetch(root + LIST, { cache: "no-cache" });
    if (response.status !== 200) return;
    const now = read(await response.text());
    const cache = await caches.open(CACHE);
    const done = read((await (await cache.match(root + LIST))?.text()) ?? "");
    for (const path of done.keys()) {
      if (!now.has(path) && done.delete(path)) await cache.delete(address(path));
    }
    const wanted = [...now.keys()].filter((path) => done.get(path) !== now.get(path) && (now.size <= MOST || rank(path) < 3));
    if (wanted.length > MOST || self.navigator.connection?.saveData) return;
    wanted.sort((a, b) => rank(a) - rank(b));
    while (wanted.length) {
      const some = wanted.splice(0, 30);
      await Promise.all(Array.from({ length: AT_ONCE }, () => fetchSome(some, now, done, cache)));
      await cache.put(root + LIST, new Response([...done].map(([path, digest]) => `${digest}  ${encodeURIComponent(path)}\n`).join("")));
    }
  }

  async function fetchSome(paths, now, done, cache) {
    while (paths.length) {
      const path = paths.pop();
      const response = await fetch(address(path), { cache: "no-cache" });
      if (response.status !== 200) continue;
      await cache.put(address(path), response);
      done.set(path, now.get(path));
    }
  }

  const address = (path) => root + path.split("/").map(encodeURIComponent).join("/");

  // What every page needs first, then the search, then articles, then all else.
  const rank = (path) => ["static/", "search", "articles/", ""].findIndex((start) => path.startsWith(start));
})();
