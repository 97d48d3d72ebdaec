// What the page owes everybody, one test each. The numbers are those of docs/experience.md.

import assert from "node:assert/strict";
import test from "node:test";
import { axe, closeAll, FIREFOX, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

const TOLD = "only Chromium can be told what a system prefers, or be touched";
const OPENED = "main:visible :is(h2, .headline, table):visible";
const PAGES = ["#/lab", "#/explore", "#/claims", "#/evidence", "#/model"];

async function lab(options) {
  const opened = await open({ path: "#/lab", ...options });
  await opened.page.locator(".machine-drawing").nth(1).waitFor();
  return opened;
}

const unfold = (page) => page.locator("details").evaluateAll(
  (all) => all.forEach((one) => { one.open = true; }));

// D-1
test("a table has the numbers of its drawing, at every instant, and they add up", async () => {
  const { page } = await lab();
  await unfold(page);
  const machines = page.getByRole("region", { name: /^Machine [AB]$/ });
  for (const key of ["Home", "ArrowRight", "ArrowRight", "End"]) {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
    for (const at of [0, 1]) {
      const machine = machines.nth(at);
      const name = await machine.locator(".machine-drawing").getAttribute("aria-label");
      const rows = await machine.locator(".ledger table").first().locator("tbody").first()
        .locator("tr").evaluateAll((all) => all.map((row) => [...row.cells].map(
          (cell) => cell.innerText.trim())));
      const mebi = (text) => {
        const [, number, unit] = /([\d.,]+)\s*(KiB|MiB|GiB|TiB)/.exec(text) ?? [0, "0", "MiB"];
        return Number(number.replaceAll(",", "")) * 1024 ** ["KiB", "MiB", "GiB", "TiB"].indexOf(unit) / 1024;
      };
      // The last rows of memory: what is free, and all of it; after them stands what would fit.
      const amounts = rows.filter(([, amount]) => /iB|^0 B/.test(amount)).map(([, of]) => mebi(of));
      const [total, free, ...owners] = amounts.reverse();
      const sum = owners.reduce((all, one) => all + one, 0);
      assert.ok(Math.abs(sum + free - total) < total * 0.01, `${sum} + ${free} of ${total}`);
      const [used] = name.match(/[\d.,]+\s*[KMGT]iB/) ?? [];
      assert.ok(Math.abs(mebi(used) - sum) <= Math.max(1, sum * 0.05), `${name}: ${sum}`);
    }
  }
  for (const figure of await page.locator("main figure:visible").all()) {
    assert.ok((await figure.locator("figcaption").innerText()).trim(), "a figure without a name");
    assert.ok(await figure.locator("table").count(), "a figure without a table");
  }
});

// D-2
test("every fill of a drawing has an outline, and a pattern or a name beside it", async () => {
  const { page } = await lab();
  const bare = await page.evaluate(() => [...document.querySelectorAll(".machine-drawing .stratum")]
    .filter((path) => getComputedStyle(path).stroke === "none").length);
  assert.equal(bare, 0);
  for (const item of await page.locator(".legend li:not([hidden])").all()) {
    assert.ok((await item.textContent()).trim(), "an item of a legend without a word");
  }
});

// D-7
test("no letter is smaller than 12 px, on the page, in drawings and on canvas", async () => {
  for (const width of [320, 1280]) {
    const { page, context, address } = await open({ path: "#/claims", width });
    await page.close();
    const other = await context.newPage();
    await other.addInitScript(() => {
      window.drawn = [];
      const write = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function fillText(text, ...at) {
        const size = parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? "0");
        const scale = this.getTransform().a / devicePixelRatio;
        window.drawn.push([text, size * scale]);
        return write.call(this, text, ...at);
      };
    });
    for (const path of PAGES) {
      await other.goto(address + path);
      await other.reload();
      await other.locator(OPENED).first().waitFor();
      await other.waitForTimeout(1200);
      await unfold(other);
      const small = await other.evaluate(() => {
        const found = window.drawn.filter(([, size]) => size < 12).map(([text, size]) =>
          `canvas ${text} ${size}`);
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const { data, parentElement: of } = walker.currentNode;
          if (!data.trim() || !of.checkVisibility() || of.closest("script, style")) continue;
          const svg = of.closest("svg");
          const scale = svg?.viewBox?.baseVal?.width
            ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
          const size = parseFloat(getComputedStyle(of).fontSize) * scale;
          if (size < 11.99) found.push(`${of.tagName}.${of.className?.baseVal ?? of.className} `
            + `${data.trim().slice(0, 30)} ${size}`);
        }
        return [...new Set(found)].slice(0, 10);
      });
      assert.deepEqual(small, [], `${path} at ${width}`);
    }
  }
});

// D-9, D-11
test("a window of 320 px and a phone on its side need no scrolling to both sides", async () => {
  for (const [width, height] of [[320, 256], [320, 640], [640, 320]]) {
    const { page } = await open({ width, height });
    for (const path of PAGES) {
      await page.goto(`${new URL(page.url()).origin}/${path}`);
      await page.locator(OPENED).first().waitFor();
      await page.waitForTimeout(300);
      await noHorizontalScroll(page);
    }
  }
});

// D-15
test("what is said comes before the settings, these before the picture and its tables", async () => {
  const { page } = await lab();
  const order = await page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    return [".headline", ".controls", ".machine-drawing", ".ledger", ".transport", "figure"]
      .map((name) => all.indexOf(document.querySelector(name)));
  });
  assert.deepEqual(order, [...order].sort((one, other) => one - other));
});

// D-16
test("a slider goes by steps, in leaps and to its ends, and says its value with the unit", async () => {
  const { page } = await lab();
  await unfold(page);
  const sliders = await page.locator("input[type=range]").all();
  assert.ok(sliders.length > 2);
  for (const slider of sliders) {
    if (!(await slider.isVisible())) continue;
    const name = await slider.evaluate((field) => field.getAttribute("aria-label")
      ?? field.labels[0]?.innerText ?? document.getElementById(
        field.getAttribute("aria-labelledby"))?.innerText);
    assert.ok(name?.trim(), "a slider without a name");
    assert.match(await slider.getAttribute("aria-valuetext"), /\d/, name);
  }
  const scrubber = page.getByRole("slider", { name: "Simulated time" });
  const value = async () => Number(await scrubber.inputValue());
  await scrubber.press("Home");
  assert.equal(await value(), 0);
  await scrubber.press("ArrowRight");
  const small = await value();
  await scrubber.press("PageUp");
  assert.ok(await value() - small > small, "a leap is no longer than a step");
  await scrubber.press("End");
  assert.equal(await value(), 1000);
});

// D-19
test("targets are 24 px wide and high, or stand that far from each other", async () => {
  for (const path of PAGES) {
    const { page } = await open({ path, width: 1280 });
    await page.locator(OPENED).first().waitFor();
    await page.waitForTimeout(400);
    const small = await page.evaluate(() => {
      const kinds = "button, a, select, summary, input:not([type=hidden]), [role=button]";
      const all = [...document.querySelectorAll(kinds)].filter((one) => one.checkVisibility());
      const places = all.map((one) => {
        const label = one.matches("input[type=radio], input[type=checkbox]") && one.labels?.[0];
        const [own, other] = [one, label || one].map((it) => it.getBoundingClientRect());
        return own.width * own.height > other.width * other.height ? own : other;
      });
      const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
      const inText = (one) => one.matches("a") && one.parentElement.innerText.trim().length
        > one.innerText.trim().length;
      return all.filter((one, at) => {
        const place = places[at];
        if (place.width >= 23.9 && place.height >= 23.9) return false;
        if (inText(one) || one.closest(".visually-hidden")) return false;
        const [x, y] = middle(place);
        return places.some((other, of) => of !== at && !all[of].contains(one)
          && !one.contains(all[of]) && other.width > 0
          && Math.max(other.left - x, x - other.right, 0) ** 2
          + Math.max(other.top - y, y - other.bottom, 0) ** 2 < 12 ** 2);
      }).map((one) => `${one.tagName} ${one.className} ${one.innerText} `
        + `${one.getBoundingClientRect().width} × ${one.getBoundingClientRect().height}`);
    });
    assert.deepEqual(small, [], path);
  }
});

// D-20
test("a press is taken back by moving off before letting go", async () => {
  const { page } = await lab();
  const button = await page.getByRole("button", { name: "To the start" }).boundingBox();
  const before = await page.locator(".clock").innerText();
  await page.mouse.move(button.x + 5, button.y + 5);
  await page.mouse.down();
  assert.equal(await page.locator(".clock").innerText(), before);
  await page.mouse.move(5, 5);
  await page.mouse.up();
  assert.equal(await page.locator(".clock").innerText(), before);
});

// D-21
test("a finger that goes up over a slider or a drawing scrolls the page", { skip: FIREFOX && TOLD }, async () => {
  const { page, context } = await lab({ width: 360, height: 640 });
  for (const name of ["input[type=range]", ".machine-drawing", "canvas"]) {
    const ways = await page.locator(name).evaluateAll((all) => all.map(
      (one) => getComputedStyle(one).touchAction));
    assert.ok(ways.every((way) => ["pan-y", "auto", "manipulation"].includes(way)), `${name}: ${ways}`);
  }
  const session = await context.newCDPSession(page);
  const drawing = await page.locator(".machine-drawing").first().boundingBox();
  await page.evaluate((y) => scrollTo(0, y - 300), drawing.y);
  const before = await page.evaluate(() => scrollY);
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  const touch = (type, y) => session.send("Input.dispatchTouchEvent", {
    type, touchPoints: y ? [{ x: 180, y }] : [],
  });
  await touch("touchStart", 400);
  for (let y = 390; y > 200; y -= 10) await touch("touchMove", y);
  await touch("touchEnd");
  await page.waitForTimeout(500);
  assert.ok(await page.evaluate(() => scrollY) > before + 50);
});

// D-22
test("the page opens at rest, and what moves stops where it is asked to", async () => {
  const { page } = await lab();
  const clock = page.locator(".clock");
  const opened = await clock.innerText();
  await page.waitForTimeout(700);
  assert.equal(await clock.innerText(), opened);
  await page.locator(".transport .primary").click();
  await page.getByRole("button", { name: "Pause" }).click();
  const held = await clock.innerText();
  await page.waitForTimeout(500);
  assert.equal(await clock.innerText(), held);
  const moving = await page.evaluate(() => document.getAnimations()
    .filter((one) => one.playState === "running").length);
  assert.equal(moving, 0);
});

// D-24
test("nothing flashes, at the highest speed either", { skip: FIREFOX && TOLD }, async () => {
  const { page, context } = await lab();
  await page.locator(".speed").selectOption({ index: 5 }).catch(() => {});
  const session = await context.newCDPSession(page);
  const frames = [];
  session.on("Page.screencastFrame", async ({ data, sessionId, metadata }) => {
    frames.push([metadata.timestamp, data]);
    await session.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
  });
  await page.getByRole("button", { name: "To the start" }).click();
  await session.send("Page.startScreencast", { format: "jpeg", quality: 40, maxWidth: 320 });
  await page.locator(".transport .primary").click();
  await page.waitForTimeout(3000);
  await session.send("Page.stopScreencast");
  assert.ok(frames.length > 4, `${frames.length} frames`);
  const light = await page.evaluate(async (all) => {
    const cells = [];
    for (const [time, data] of all) {
      const image = new Image();
      image.src = `data:image/jpeg;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(16, 9);
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0, 16, 9);
      const { data: points } = context.getImageData(0, 0, 16, 9);
      cells.push([time, Array.from({ length: 144 }, (_, at) => (points[at * 4] * 0.2126
        + points[at * 4 + 1] * 0.7152 + points[at * 4 + 2] * 0.0722) / 255)]);
    }
    return cells;
  }, frames);
  for (let cell = 0; cell < 144; cell += 1) {
    let [turns, last, way] = [[], light[0][1][cell], 0];
    for (const [time, cells] of light) {
      const change = cells[cell] - last;
      if (Math.abs(change) < 0.1) continue;
      if (Math.sign(change) === -way) turns.push(time);
      [last, way] = [cells[cell], Math.sign(change)];
    }
    const crowded = turns.some((time, at) => turns[at + 6] !== undefined && turns[at + 6] - time < 1);
    assert.ok(!crowded, `place ${cell} flashes: ${turns}`);
  }
});

// D-26
test("the language of the page follows the switch, and foreign words say theirs", async () => {
  const { page } = await lab();
  await page.getByRole("button", { name: "한국어" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "ko");
  assert.equal(await page.getByRole("button", { name: "EN" }).getAttribute("lang"), "en");
  await page.getByRole("button", { name: "EN" }).click();
  const strangers = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { data, parentElement: of } = walker.currentNode;
      if (/[가-힣]/.test(data) && of.checkVisibility() && of.closest("[lang]").lang !== "ko") {
        found.push(data);
      }
    }
    return found;
  });
  assert.deepEqual(strangers, []);
});

// D-32
test("a setting that is changed keeps the focus, and the page where it is", async () => {
  const { page } = await lab();
  const count = page.getByRole("spinbutton", { name: "Instances" });
  await count.focus();
  await page.keyboard.press("ArrowUp");
  await page.waitForTimeout(700);
  assert.ok(await count.evaluate((field) => field === document.activeElement));
  const platform = page.getByRole("combobox", { name: "Platform" }).first();
  await platform.focus();
  await platform.selectOption({ index: 2 });
  await page.waitForTimeout(700);
  assert.ok(await platform.evaluate((field) => field === document.activeElement));
  assert.equal(page.context().pages().length, 1);
});

// D-38
test("what plays has its end and its table without playing", async () => {
  const { page } = await lab();
  const value = page.getByRole("slider", { name: "Simulated time" });
  assert.match(await value.getAttribute("aria-valuetext"), /^(.+) of \1$/);
  await unfold(page);
  await page.locator("figure table").nth(4).waitFor();
});

// D-40
test("what is announced comes once in two seconds at most, and the newest", async () => {
  const { page } = await lab();
  await page.evaluate(() => {
    window.heard = [];
    const region = document.querySelector(".headline [aria-live]");
    new MutationObserver(() => window.heard.push([performance.now(), region.textContent]))
      .observe(region, { childList: true, characterData: true, subtree: true });
  });
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press("ArrowLeft");
    await page.waitForTimeout(150);
  }
  await page.waitForTimeout(2600);
  const heard = await page.evaluate(() => window.heard);
  assert.ok(heard.length >= 1);
  const times = heard.map(([time]) => time);
  assert.ok(times.every((time, at) => at === 0 || time - times[at - 1] > 1900), String(times));
});

// D-44
test("a sweep leaves the page free", { skip: FIREFOX && TOLD }, async (journey) => {
  const { page } = await open({ path: "#/explore" });
  await page.getByRole("button", { name: /^Run/ }).first().waitFor();
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    window.long = [];
    new PerformanceObserver((list) => list.getEntries().forEach((one) => window.long.push(one.duration)))
      .observe({ type: "longtask" });
  });
  await page.getByRole("button", { name: /^Run/ }).first().click();
  await page.waitForTimeout(5000);
  const long = await page.evaluate(() => window.long);
  journey.diagnostic(`long tasks: ${long.map(Math.round).join(", ") || "none"} ms`);
  // A page that shares its cores with other work is given room; one that computes is not.
  assert.ok(long.filter((each) => each > 400).length === 0, String(long));
});

// D-47
test("the order in which listeners are told makes no difference", async () => {
  const told = [];
  for (const turned of [false, true]) {
    const { context, page: first, address } = await open();
    await first.close();
    const page = await context.newPage();
    if (turned) {
      await page.addInitScript(() => {
        // The frames that are asked for together are served the other way round.
        let asked = [];
        const ask = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (work) => {
          if (asked.push(work) === 1) {
            ask((time) => {
              const now = asked.reverse();
              asked = [];
              now.forEach((each) => each(time));
            });
          }
          return 0;
        };
        window.cancelAnimationFrame = () => {};
      });
    }
    await page.goto(`${address}#/lab`);
    await page.locator(".machine-drawing").nth(1).waitFor();
    await unfold(page);
    await page.locator(".digest").nth(1).waitFor();
    told.push(await page.locator(".digest").allInnerTexts());
  }
  assert.deepEqual(told[0], told[1]);
});

// D-49, D-50
test("nothing is asked of another origin, on any page, and no cookie is set", async () => {
  const { page, context, noted } = await lab();
  for (const path of PAGES) {
    await page.goto(`${new URL(page.url()).origin}/${path}`);
    await page.locator(OPENED).first().waitFor();
  }
  assert.deepEqual(await context.cookies(), []);
  quiet(noted);
});
