/* What makes the pages quicker with JavaScript. Without it every page works the same, only with more clicks. */
"use strict";
(() => {
  document.documentElement.classList.add("js");

  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const fill = (text, ...values) => values.reduce((t, v, i) => t.replace("{" + i + "}", v), text);
  const svg = (href) => {
    const ns = "http://www.w3.org/2000/svg";
    const icon = document.createElementNS(ns, "svg");
    icon.setAttribute("class", "icon");
    icon.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(ns, "use");
    use.setAttribute("href", href);
    icon.append(use);
    return icon;
  };
  const element = (name, className, text) => {
    const e = document.createElement(name);
    if (className) e.className = className;
    if (text !== undefined) e.textContent = text;
    return e;
  };

  /* The error summary takes the focus; its links go to the field, not only near it. */
  function errorSummary() {
    const summary = document.querySelector("[data-focus]");
    if (!summary) return;
    summary.focus();
    summary.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      const field = link && document.getElementById(link.hash.slice(1));
      if (!field) return;
      event.preventDefault();
      (field.closest(".field") || field).scrollIntoView({ block: "start" });
      field.focus({ preventScroll: true });
    });
  }

  /* Search suggestions: the combobox pattern of the ARIA practices. */
  function suggestions(input) {
    const list = element("ul", "suggestions");
    list.id = input.id + "-list";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.suggestLabel);
    input.closest(".search-wrap").append(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");

    let timer = 0;
    let asked = null;
    let chosen = -1;

    const close = () => {
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (index) => {
      const rows = all("[role=option]", list);
      chosen = rows.length ? (index + rows.length) % rows.length : -1;
      rows.forEach((row, i) => row.setAttribute("aria-selected", String(i === chosen)));
      if (chosen >= 0) input.setAttribute("aria-activedescendant", rows[chosen].id);
    };
    const marked = (name, query) => {
      const span = element("span");
      const at = name.toLowerCase().indexOf(query.toLowerCase());
      if (at < 0) span.textContent = name;
      else span.append(name.slice(0, at), element("mark", "", name.slice(at, at + query.length)), name.slice(at + query.length));
      return span;
    };
    const show = (items, query) => {
      list.replaceChildren(
        ...items.slice(0, 8).map((item, i) => {
          const row = element("li");
          row.id = list.id + "-" + i;
          row.setAttribute("role", "option");
          row.setAttribute("aria-selected", "false");
          row.dataset.href = "/items/" + encodeURIComponent(item.code);
          row.append(svg(input.dataset.suggestIcon), marked(item.name, query));
          if (item.department) row.append(element("span", "suggestions-aside", item.department));
          return row;
        })
      );
      chosen = -1;
      list.hidden = items.length === 0;
      input.setAttribute("aria-expanded", String(items.length > 0));
    };
    const ask = async () => {
      const query = input.value.trim();
      if (asked) asked.abort();
      if (!query) return close();
      asked = new AbortController();
      try {
        const answer = await fetch(input.dataset.suggest + "?q=" + encodeURIComponent(query), {
          headers: { Accept: "application/json", "Accept-Language": document.documentElement.lang },
          signal: asked.signal,
        });
        if (answer.ok) show((await answer.json()).items || [], query);
        else close();
      } catch (failure) {
        if (failure.name !== "AbortError") close();
      }
    };

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 150);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || list.hidden) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        choose(event.key === "ArrowDown" ? chosen + 1 : (chosen < 0 ? 0 : chosen) - 1);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        location.assign(list.children[chosen].dataset.href);
      } else if (event.key === "Escape") {
        event.preventDefault();
        close();
      }
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) location.assign(row.dataset.href);
    });
    input.addEventListener("blur", close);
  }

  /* Autosave: posts the form to data-autosave a moment after typing stops; the answer is JSON {saved: "12:03", revision?}. */
  function autosave(form) {
    const sign = document.querySelector("[data-saved]");
    const wait = 1200;
    let timer = 0;
    let running = null;
    let again = false;

    const say = (text, icon, failing) => {
      if (!sign) return;
      sign.hidden = false;
      sign.classList.toggle("saved-failing", failing);
      sign.querySelector("use").setAttribute("href", icon);
      sign.querySelector("span").textContent = text;
    };
    const save = () => {
      if (running) {
        again = true;
        return;
      }
      again = false;
      running = send().finally(() => {
        running = null;
        if (again) later();
      });
    };
    const send = async () => {
      try {
        const answer = await fetch(form.dataset.autosave, {
          method: "POST",
          body: new URLSearchParams(new FormData(form)),
          headers: { Accept: "application/json" },
          credentials: "same-origin",
        });
        if (answer.status === 401 || answer.status === 403) {
          /* The session has ended. What is typed stays here; continuing gives it to a page that lets one sign in and send it again. */
          say(sign ? sign.dataset.textSignedOut : "", sign ? sign.dataset.iconFailing : "", true);
          return;
        }
        if (answer.status === 409) {
          form.removeAttribute("data-autosave");
          form.requestSubmit();
          return;
        }
        if (!answer.ok) throw new Error(String(answer.status));
        const body = await answer.json();
        const revision = form.elements["draft:revision"];
        if (body.revision !== undefined && revision) revision.value = body.revision;
        say(fill(sign ? sign.dataset.textSaved : "", body.saved), sign ? sign.dataset.iconSaved : "", false);
      } catch (failure) {
        say(sign ? sign.dataset.textFailing : "", sign ? sign.dataset.iconFailing : "", true);
        timer = setTimeout(save, 5000);
      }
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(save, wait);
    };
    form.addEventListener("input", later);
    form.addEventListener("change", (event) => {
      if (event.target.matches("[data-refresh]")) {
        clearTimeout(timer);
        Promise.resolve(running).then(() => refresh(form));
      } else later();
    });
    /* What is being saved now gets through first: otherwise this very window would seem to be another one. */
    form.addEventListener("submit", (event) => {
      clearTimeout(timer);
      again = false;
      if (!running) return;
      event.preventDefault();
      const button = event.submitter;
      running.then(() => {
        clearTimeout(timer);
        if (form.isConnected) form.requestSubmit(button && button.isConnected ? button : undefined);
      });
    });
  }

  /* Other questions depend on this answer: have the server draw the step again and keep the place. */
  async function refresh(form) {
    const focused = document.activeElement && document.activeElement.id;
    const data = new URLSearchParams(new FormData(form));
    data.set("draft:refresh", "1");
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, credentials: "same-origin", headers: { Accept: "text/html" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(form.id);
      if (!fresh) return;
      const typed = new URLSearchParams(new FormData(form));
      typed.set("draft:refresh", "1");
      if (typed.toString() !== data.toString()) {
        /* Somebody typed on meanwhile: that goes along before the step is swapped. */
        form.elements["draft:revision"].value = fresh.elements["draft:revision"].value;
        return refresh(form);
      }
      const sign = document.querySelector("[data-saved]");
      const newSign = page.querySelector("[data-saved]");
      if (sign && newSign) sign.replaceWith(newSign);
      form.replaceWith(fresh);
      if (fresh.dataset.autosave) autosave(fresh);
      busyButtons();
      const back = focused && document.getElementById(focused);
      if (back) back.focus();
    } catch (failure) {
      console.warn("The step could not be drawn again; continuing posts it as it is.", failure);
    }
  }

  /* A second press files nothing: the button says that it works. */
  function busyButtons() {
    all("form[data-once]:not([data-bound])").forEach((form) => {
      form.dataset.bound = "yes";
      form.addEventListener("submit", (event) => {
        if (form.dataset.sent) {
          event.preventDefault();
          return;
        }
        form.dataset.sent = "yes";
        const button = event.submitter;
        if (!button) return;
        button.setAttribute("aria-busy", "true");
        if (form.dataset.textBusy) button.textContent = form.dataset.textBusy;
      });
    });
    addEventListener("pageshow", (event) => {
      if (event.persisted) all("form[data-sent]").forEach((form) => { delete form.dataset.sent; });
    });
  }

  /* Uploads: a chosen file goes at once, with progress, cancel and retry; then the page shows what the server has. */
  function upload(form) {
    all("input[type=file][disabled]", form).forEach((input) => (input.disabled = false));
    const size = (bytes) => (bytes / 1048576).toFixed(1) + " MB";

    const refuse = (text) => {
      const card = form.closest(".card");
      card.querySelectorAll(".card-error").forEach((old) => old.remove());
      const line = element("p", "card-error", text);
      line.setAttribute("role", "alert");
      card.classList.add("is-failed");
      form.before(line);
      form.reset();
    };
    const send = (files) => {
      const names = files.map((file) => file.name).join("、");
      const row = element("div", "upload");
      const body = element("div", "upload-body");
      const bar = element("progress");
      const line = element("p", "least");
      const acts = element("div", "upload-acts");
      const cancel = element("button", "link-button", form.dataset.textCancel);
      cancel.type = "button";
      bar.max = files.reduce((sum, file) => sum + file.size, 0) || 1;
      bar.setAttribute("aria-label", names);
      body.append(element("p", "upload-name", names), bar, line);
      acts.append(cancel);
      row.append(body, acts);
      form.before(row);
      form.hidden = true;

      const data = new FormData();
      data.append("csrf", form.elements.csrf.value);
      files.forEach((file) => data.append("file", file, file.name));
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "text/html");
      request.upload.addEventListener("progress", (event) => {
        bar.value = event.loaded;
        line.textContent = fill(
          form.dataset.textProgress, Math.round((100 * event.loaded) / (event.total || 1)) + "%", size(event.loaded), size(event.total));
      });
      const failed = () => {
        form.closest(".card").classList.add("is-failed");
        line.textContent = form.dataset.textFailed;
        line.className = "card-error";
        const retry = element("button", "button button-main button-small", form.dataset.textRetry);
        retry.type = "button";
        retry.addEventListener("click", () => {
          row.remove();
          form.closest(".card").classList.remove("is-failed");
          send(files);
        });
        acts.prepend(retry);
      };
      request.addEventListener("load", () => {
        if (request.status >= 500 || request.status === 0) return failed();
        swap(form, request.responseText);
      });
      request.addEventListener("error", failed);
      cancel.addEventListener("click", () => {
        request.abort();
        row.remove();
        form.hidden = false;
        form.reset();
      });
      request.send(data);
    };

    form.addEventListener("change", (event) => {
      const files = event.target.type === "file" ? Array.from(event.target.files) : [];
      const most = Number(form.dataset.maxBytes || Infinity);
      const large = files.find((file) => file.size > most);
      if (large) refuse(large.name + (document.documentElement.lang.startsWith("zh") ? "：" : ": ") + form.dataset.textTooLarge);
      else if (files.length) send(files);
    });
  }

  /* Shows the page that the server answered with, at the same place; sent files elsewhere on it go on. */
  function swap(form, html) {
    const card = form.closest(".card");
    const page = new DOMParser().parseFromString(html, "text/html");
    const fresh = card && page.getElementById(card.id);
    if (!fresh) {
      location.reload();
      return;
    }
    card.replaceWith(fresh);
    all("form[data-upload]", fresh).forEach(upload);
    const tally = document.querySelector(".tally");
    const newTally = page.querySelector(".tally");
    if (tally && newTally) tally.replaceWith(newTally);
    fresh.tabIndex = -1;
    fresh.focus();
  }

  /* A form with one large file: sent with progress and a way to stop; then the page that was answered is shown in place. */
  function sendLarge(form) {
    const size = (bytes) => (bytes / 1048576).toFixed(1) + " MB";
    const input = form.querySelector("input[type=file]");
    const complain = (text) => {
      all(".field-error.is-live", form).forEach((old) => old.remove());
      const line = element("p", "field-error is-live", text);
      line.setAttribute("role", "alert");
      input.closest(".file-field").before(line);
    };
    form.addEventListener("submit", (event) => {
      const file = input.files[0];
      if (!file) return;
      event.preventDefault();
      if (file.size > Number(form.dataset.maxBytes || Infinity)) return complain(form.dataset.textTooLarge);
      const data = new FormData(form);
      const row = element("div", "upload");
      const body = element("div", "upload-body");
      const bar = element("progress");
      const line = element("p", "least");
      const acts = element("div", "upload-acts");
      const cancel = element("button", "link-button", form.dataset.textCancel);
      cancel.type = "button";
      bar.max = file.size || 1;
      bar.value = 0;
      bar.setAttribute("aria-label", file.name);
      line.setAttribute("role", "status");
      body.append(element("p", "upload-name", file.name), bar, line);
      acts.append(cancel);
      row.append(body, acts);
      form.before(row);
      form.hidden = true;
      const back = () => {
        row.remove();
        form.hidden = false;
      };
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "text/html");
      request.upload.addEventListener("progress", (sent) => {
        bar.value = sent.loaded;
        line.textContent = fill(
          form.dataset.textProgress, Math.round((100 * sent.loaded) / (sent.total || 1)) + "%", size(sent.loaded), size(sent.total));
      });
      request.upload.addEventListener("load", () => {
        bar.removeAttribute("value");
        line.textContent = form.dataset.textChecking;
        cancel.remove();
      });
      const failed = () => {
        back();
        complain(form.dataset.textFailed);
      };
      request.addEventListener("error", failed);
      request.addEventListener("load", () => (request.responseText ? showMain(request.responseText, failed) : failed()));
      cancel.addEventListener("click", () => {
        request.abort();
        back();
      });
      request.send(data);
    });
  }

  /* What stands between header and footer of an answered page takes the place of this one's. */
  function showMain(html, otherwise) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const fresh = page.querySelector("main");
    if (!fresh) return otherwise();
    document.title = page.title;
    document.querySelector("main").replaceWith(fresh);
    all("form[data-send]", fresh).forEach(sendLarge);
    busyButtons();
    scrollTo(0, 0);
    if (fresh.querySelector("[data-focus]")) errorSummary();
    else fresh.focus();
  }

  /* Something that goes on by itself is drawn anew until it is done; the focus stays where it was. */
  function poll(part) {
    setTimeout(async () => {
      try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
        if (answer.status >= 500) throw new Error(String(answer.status));
        const page = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page && page.getElementById(part.id);
        if (!fresh) return;
        const focused = all("a, button", part).indexOf(document.activeElement);
        part.replaceWith(fresh);
        if (focused >= 0) {
          fresh.tabIndex = -1;
          (all("a, button", fresh)[focused] || fresh).focus({ preventScroll: true });
        }
        if (fresh.dataset.poll) poll(fresh);
      } catch (failure) {
        console.warn("The progress could not be read; it is asked for again.", failure);
        poll(part);
      }
    }, Number(part.dataset.poll));
  }

  /* The task table by keyboard: j and k move, Enter opens, c claims, / searches. */
  function taskTable(table) {
    const rows = all("tbody tr", table);
    let at = rows.findIndex((row) => row.classList.contains("is-row-current"));
    const go = (index) => {
      if (!rows.length) return;
      at = Math.max(0, Math.min(rows.length - 1, index));
      rows.forEach((row, i) => row.classList.toggle("is-row-current", i === at));
      const link = rows[at].querySelector("a.number");
      if (link) link.focus({ preventScroll: true });
      rows[at].scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
      if (event.key === "j") go(at + 1);
      else if (event.key === "k") go(at < 0 ? 0 : at - 1);
      else if (event.key === "Enter" && at >= 0 && !event.target.closest("a, button, summary")) rows[at].querySelector("a.number").click();
      else if (event.key === "c" && at >= 0) {
        const claim = rows[at].querySelector("[data-claim]");
        if (claim) claim.click();
      } else if (event.key === "/") {
        const search = document.querySelector("[data-desk-search]");
        if (search) {
          event.preventDefault();
          search.focus();
        }
      }
    });
  }

  /* On the case page j and k go to the next and the previous case. */
  function caseKeys() {
    const next = document.querySelector("[data-key-next]");
    const previous = document.querySelector("[data-key-previous]");
    if (!next && !previous) return;
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
      if (event.key === "j" && next) next.click();
      if (event.key === "k" && previous) previous.click();
    });
  }

  /* The chosen act names the button and what it does. */
  function acts(form) {
    const button = form.querySelector("[data-act-button]");
    const effect = form.querySelector("[data-act-effect]");
    const update = () => {
      const chosen = form.querySelector("input[data-act]:checked");
      if (!chosen) return;
      if (button) button.textContent = chosen.dataset.act;
      if (effect) effect.textContent = chosen.dataset.effect || "";
    };
    form.addEventListener("change", update);
    update();
  }

  function facets() {
    const details = document.querySelector("[data-facets]");
    if (!details) return;
    const phone = matchMedia("(max-width: 720px)");
    const fit = () => (details.open = !phone.matches);
    fit();
    phone.addEventListener("change", fit);
  }

  function autosubmit(form) {
    const button = form.querySelector("[data-autosubmit-button]");
    const phone = matchMedia("(max-width: 720px)");
    const fit = () => { if (button) button.hidden = !phone.matches; };
    fit();
    phone.addEventListener("change", fit);
    form.addEventListener("change", () => { if (!phone.matches || !button) form.requestSubmit(); });
  }

  /* The section in sight is marked in the contents list. */
  function contents(nav) {
    const links = all("a[href^='#']", nav);
    const sections = links.map((link) => document.getElementById(link.hash.slice(1))).filter(Boolean);
    const mark = () => {
      const passed = sections.filter((section) => section.getBoundingClientRect().top < 160);
      const current = passed.length ? passed[passed.length - 1] : sections[0];
      links.forEach((link) => {
        if (current && link.hash === "#" + current.id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    };
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; mark(); });
    }, { passive: true });
    mark();
  }

  /* Menus close with Escape and by a click beside them. */
  function menus() {
    const open = () => all("details.popover[open], details.menu[open]");
    document.addEventListener("click", (event) => open().forEach((d) => { if (!d.contains(event.target)) d.open = false; }));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      open().forEach((d) => { d.open = false; d.querySelector("summary").focus(); });
    });
  }

  addEventListener("beforeprint", () => all("details.faq").forEach((question) => { question.open = true; }));

  errorSummary();
  menus();
  facets();
  caseKeys();
  busyButtons();
  all("[data-suggest]").forEach(suggestions);
  all("form[data-autosave]").forEach(autosave);
  all("form[data-upload]").forEach(upload);
  all("form[data-send]").forEach(sendLarge);
  all("[data-poll]").forEach(poll);
  all("form[data-autosubmit]").forEach(autosubmit);
  all("form[data-acts]").forEach(acts);
  all("table[data-tasks]").forEach(taskTable);
  all("nav.contents").forEach(contents);
  all("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });
})();
