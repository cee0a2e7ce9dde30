#!/usr/bin/env python3
"""Measures the first screen of a search in a browser, through ficsearch-web.

usage: Benchmarks/pages.py ADDRESS QUERIES

ADDRESS is what ficsearch-web printed; it opens once. QUERIES has a class, a kind and a query a line,
parted by tabs, as Benchmarks/run.py makes them. Needs Debian's chromium-driver and selenium from
PyPI. Counts beside the lines, which a page fetches when it is drawn, are left out.
"""

import statistics
import sys
import urllib.parse

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

TIMES = """
const page = performance.getEntriesByType("navigation")[0];
const paint = performance.getEntriesByName("first-contentful-paint")[0];
return [page.responseStart - page.requestStart,
        paint === undefined ? page.domContentLoadedEventEnd : paint.startTime, page.transferSize];
"""


def main():
    address, queries = sys.argv[1:]
    options = Options()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu"]:
        options.add_argument(argument)
    browser = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    browser.execute_cdp_cmd("Network.enable", {})
    browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*/facets*"]})
    browser.get(address)
    origin = address.partition("/?")[0]
    by_class = {}
    with open(queries, encoding="utf-8") as lines:
        for line in lines:
            name, _, query = line.rstrip("\n").split("\t")
            by_class.setdefault(name, []).append(query)
    print("class      first byte, ms     drawn, ms       bytes")
    print("            p50     max       p50    max       p50      max")
    for name, own in by_class.items():
        figures = []
        for query in own:
            browser.get(f"{origin}/search?q={urllib.parse.quote(query)}")
            figures.append(browser.execute_script(TIMES))
        first, drawn, size = zip(*figures)
        print(
            f"{name:9}{statistics.median(first):7.1f} {max(first):7.1f} {statistics.median(drawn):9.0f}"
            f" {max(drawn):6.0f} {statistics.median(size):9.0f} {max(size):8.0f}"
        )
    browser.quit()


if __name__ == "__main__":
    main()
