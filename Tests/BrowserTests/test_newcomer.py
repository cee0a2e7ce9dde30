"""The path of a newcomer, and every key."""

import json
import unittest

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from site_under_test import Site


class NewcomerTests(unittest.TestCase):
    def test_a_line_is_found_read_and_corrected_and_the_terminal_knows(self):
        with Site() as site:
            site.browser.get(site.address)
            self.assertEqual(site.browser.current_url, site.origin + "/")
            box = site.one("#q")
            box.send_keys("I sent a telegram", Keys.ENTER)
            line = site.one(".line")
            self.assertIn("telegram", line.text)
            self.assertIn("Smith", line.find_element(By.CSS_SELECTOR, ".who").text)
            line.find_element(By.CSS_SELECTOR, ".ref").click()
            target = site.one(".para.target")
            self.assertIn("I sent a telegram", target.text)
            ref = target.get_attribute("id")
            site.press("c")
            field = site.one("dialog input[name=speaker]")
            field.clear()
            field.send_keys("Ottilie Pask")
            site.one("dialog button[value=said]").click()
            site.wait(lambda: "corrected" in site.one(".para.target .margin").text)
            self.assertIn("Ottilie Pask", site.one(".para.target .margin").text)
            hits = site.ask("--json", 'from:pask "I sent a telegram"').splitlines()
            self.assertIn(ref, [json.loads(hit).get("ref") for hit in hits])
            # It is taken back on the page for those without a script, too.
            site.open(f"/fix/{ref}")
            site.one("main button[value=undo]").click()
            site.wait(lambda: "corrected" not in site.one(".para.target .margin").text)
            self.assertEqual(site.errors(), [])


class KeyTests(unittest.TestCase):
    def setUp(self):
        self.site = self.enterContext(Site())

    def test_every_key_does_what_the_list_of_keys_says(self):
        site = self.site
        site.open("/search?q=smith")
        site.press("/")
        self.assertEqual(site.browser.switch_to.active_element.get_attribute("id"), "q")
        site.press(Keys.ESCAPE)
        site.press("j")
        first = site.one(".line.at").get_attribute("id")
        site.press("j")
        second = site.one(".line.at").get_attribute("id")
        self.assertNotEqual(first, second)
        site.press("k")
        self.assertEqual(site.one(".line.at").get_attribute("id"), first)
        site.press(Keys.ENTER)
        site.wait(lambda: "/read/" in site.browser.current_url)
        self.assertEqual(site.one(".para.target").get_attribute("id"), first)
        site.press("n")
        site.wait(lambda: site.one(".para.target").get_attribute("id") != first)
        site.press("p")
        site.wait(lambda: site.one(".para.target").get_attribute("id") == first)
        site.press("?")
        self.assertIn("next hit", site.one("dialog[open]").text)
        site.press(Keys.ESCAPE)
        site.wait(lambda: site.all("dialog") == [])
        site.press("s")
        site.wait(lambda: site.browser.current_url.endswith("/shelf"))
        site.press("j")
        site.press(Keys.ENTER)
        site.wait(lambda: "/works/" in site.browser.current_url)
        self.assertEqual(site.errors(), [])

    def test_pages_of_lines_are_turned_with_n(self):
        site = self.site
        site.open("/search?q=smith&limit=5")
        first = [line.get_attribute("id") for line in site.all(".line")]
        site.press("n")
        site.wait(lambda: "cursor=" in site.browser.current_url)
        second = [line.get_attribute("id") for line in site.all(".line")]
        self.assertEqual(len(second), 5)
        self.assertFalse(set(first) & set(second))

    def test_a_query_is_completed(self):
        site = self.site
        site.open("/")
        box = site.one("#q")
        box.send_keys("from:smi")
        site.wait(lambda: site.all(".complete li"))
        box.send_keys(Keys.ARROW_DOWN)
        self.assertEqual(len(site.all(".complete li[aria-selected=true]")), 1)
        box.send_keys(Keys.ENTER)
        self.assertTrue(box.get_attribute("value").lower().startswith("from:smith"))
        self.assertEqual(site.browser.current_url, site.origin + "/")
        box.send_keys(Keys.ENTER)
        site.wait(lambda: "/search" in site.browser.current_url)
        self.assertIn("Smith", site.one(".line .who").text)

    def test_counts_stand_beside_the_lines_and_narrow_them(self):
        site = self.site
        site.open("/search?q=smith")
        speaker = site.one("#facets a[href*='from%3A']")
        count = int(speaker.find_element(By.XPATH, "../*[@class='count']").text)
        speaker.click()
        site.wait(lambda: "from%3A" in site.browser.current_url)
        self.assertIn(f"{count} match", site.one(".found").text)

    def test_what_was_read_is_marked_on_the_shelf(self):
        site = self.site
        site.open("/shelf")
        link = site.one(".entry h3 a")
        title = link.text
        link.click()
        site.one(".contents a").click()
        site.one("main.read")
        site.browser.execute_script("scrollTo(0, document.body.scrollHeight)")
        site.wait(lambda: site.browser.execute_script("return localStorage.length") == 1)
        site.open("/shelf")
        self.assertIn(title, site.one(".entry:has(.readmark) h3").text)

    def test_nothing_behind_the_lock_shows(self):
        site = self.site
        site.open("/search?q=smith&upto=1")
        self.assertIn("after chapter 1", site.one(".notice").text)
        headings = [heading.text for heading in site.all("main h3")]
        self.assertTrue(headings)
        self.assertTrue(all(heading.startswith("Chapter 1") for heading in headings), headings)
        # It goes with every way from there: the work, its people, a line and its correction.
        site.one(".work h2 a").click()
        self.assertEqual(len(site.all(".contents li")), 1)
        site.one(".contents a").click()
        site.one("main.read")
        self.assertEqual(site.all("a[rel=next]"), [])
        site.one(".para .fix").click()
        people = [name.get_attribute("value") for name in site.all("#people option")]
        site.open(site.one("main.read header a").get_attribute("href").removeprefix(site.origin))
        site.one(".steps a[href^='/cast']").click()
        names = [name.text for name in site.all("tbody th a")]
        self.assertTrue(names)
        self.assertTrue(set(people) <= set(names), (people, names))


if __name__ == "__main__":
    unittest.main()
