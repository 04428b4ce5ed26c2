// Takes back what sw.js kept, in browsers that have visited the site while it kept itself.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(caches.delete("musnad").then(() => self.registration.unregister()));
});
