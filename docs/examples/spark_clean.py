"""Learns what each site repeats, then cleans all articles: JSON lines with "url" and "text" in, Parquet and profiles out.

spark-submit spark_clean.py IN OUT PROFILES
"""

import sys
from pathlib import Path

from pyspark.sql import SparkSession

from newsclean.integrations import spark as newsclean

source, target, profiles_file = sys.argv[1:]
session = SparkSession.builder.appName("newsclean").getOrCreate()
articles = session.read.schema("id string, url string, text string").json(source)

profiles = newsclean.learn_profiles(articles, site_col="url")
Path(profiles_file).write_text(profiles.dumps(), "utf-8")

cleaned = newsclean.clean(articles, url_col="url", profiles=profiles)
cleaned.write.mode("overwrite").parquet(target)
session.stop()
