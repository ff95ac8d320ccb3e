// Imports whose distribution on PyPI has the same name in normal form (PEP 503); an import that stands neither here nor in distributions.ts is unknown.

/** Import names. */
export const sameNames: ReadonlySet<string> = new Set(
  `
    a2wsgi accelerate adal adlfs agent_detector aio_pika aiobotocore aiodns aiofastnet aiofiles aiohappyeyeballs aiohttp aiohttp_cors aiokafka
    aiomysql aiopg aioquic aioredis aioresponses aiosignal aiosmtplib aiosqlite alabaster alembic altair altgraph amqp aniso8601 annotated_doc
    annotated_types annoy ansible_runner anthropic anyascii anyio anysqlite apache_beam apispec appdirs apscheduler arcade argcomplete ariadne arrow
    arviz asgi_lifespan asgiref asn1crypto ast_serialize astroid astropy asttokens async_generator async_lru async_timeout asyncinject asyncmy asyncpg
    attrs authlib automat autopep8 aws_lambda_powertools awscli axe_selenium_python azure.batch azure.common azure.core azure.cosmos azure.eventhub
    azure.identity azure.keyvault.secrets azure.kusto.data azure.mgmt.cdn azure.mgmt.compute azure.mgmt.containerinstance azure.mgmt.containerregistry
    azure.mgmt.core azure.mgmt.cosmosdb azure.mgmt.datafactory azure.mgmt.datalake.store azure.mgmt.frontdoor azure.mgmt.resource azure.mgmt.storage
    azure.mgmt.subscription azure.servicebus azure.storage.blob azure.storage.common azure.storage.queue azure.synapse.artifacts azure.synapse.spark
    babel backoff backports.zstd backrefs bandit bcrypt beautifultable behave betamax bibtexparser bidict billiard binaryornot bitarray bitsandbytes
    black blake3 bleach bleak blessed blinker blist blockbuster boilerpy3 bokeh boltons boto boto3 botocore bottle bottleneck bracex brotli brotlicffi
    build cachebox cachecontrol cachelib cachetools cartopy catalogue catboost cattrs cchardet celery cerberus certifi cffi cfgv cftime chalice
    channels chardet charset_normalizer cheroot cherrypy chex chromadb cleo click click_default_group click_didyoumean click_option_group
    click_plugins click_repl clickclick clickhouse_connect clickhouse_driver cloudpickle cmake cmdstanpy codespell colander colorama coloredlogs
    colorful colorlog comm comtypes confection configobj configupdater confluent_kafka connexion constantly contourpy cookiecutter copier cosmic_ray
    covdefaults coverage crashtest cron_descriptor croniter cross_web cryptography cssselect cupy curlylint cvxpy cx_oracle cycler cyclopts cymem
    cython cytoolz dagster daphne darglint dash dash_bootstrap_components dask databricks.sdk datasets dateparser db_dtypes ddt ddtrace debugpy
    decorator deepdiff deepspeed deform defusedxml demjson3 dep_logic deprecated deptry detect_installer detect_secrets devtools dictdiffer diffrax
    diffusers dill dirty_equals diskcache distlib distributed distro dj_database_url dj_email_url django django_cache_url django_celery_beat
    django_celery_results django_countries django_extensions django_measurement django_stubs_ext django_tasks djhtml dlib doc8 docker docopt
    docstring_parser docutils draftjs_exporter duckdb dulwich dynaconf easyocr editdistance einops elasticsearch elasticsearch_dsl email_validator
    emcee emoji environs equinox esmpy et_xmlfile eventlet exceptiongroup execnet executing fabric face face_recognition fairscale fake_useragent
    faker fakeredis falcon fastapi fastapi_cli fastapi_cloud_cli fastapi_users fastar fastjsonschema fasttext fastuuid feedparser filelock filetype
    findpython fiona flake8 flask flask_appbuilder flask_babel flask_bcrypt flask_caching flask_cors flask_jwt_extended flask_limiter flask_login
    flask_migrate flask_restful flask_session flask_sqlalchemy flask_wtf flax flit flit_core folium fontTools forbiddenfruit fqdn freezegun frozendict
    frozenlist fsspec ftfy funcy fuzzywuzzy gcloud.aio.auth gcloud.aio.bigquery gcloud.aio.storage gcsfs gensim geoalchemy2 geopandas geopy gevent
    ghp_import glom gluonts gmpy2 google.analytics.admin google.api_core google.auth google.cloud.aiplatform google.cloud.alloydb
    google.cloud.appengine_logging google.cloud.automl google.cloud.batch google.cloud.bigquery google.cloud.bigquery_datatransfer
    google.cloud.bigquery_storage google.cloud.bigtable google.cloud.compute google.cloud.container google.cloud.datacatalog google.cloud.dataform
    google.cloud.dataplex google.cloud.dataproc google.cloud.datastore google.cloud.dlp google.cloud.firestore google.cloud.kms google.cloud.language
    google.cloud.logging google.cloud.managedkafka google.cloud.memcache google.cloud.monitoring google.cloud.pubsub google.cloud.redis
    google.cloud.run google.cloud.spanner google.cloud.speech google.cloud.storage google.cloud.storage_control google.cloud.storage_transfer
    google.cloud.tasks google.cloud.texttospeech google.cloud.translate google.cloud.videointelligence google.cloud.vision google.cloud.workflows
    google.genai google.generativeai google.resumable_media google_auth_httplib2 google_auth_oauthlib google_crc32c gradio graphene graphql_relay
    great_expectations greenlet griffe griffecli grpc_interceptor grpclib gunicorn h11 h2 h5py hashids hatch hatchling hdbscan healpy hf_xet hiredis
    hishel hjson holidays holoviews hpack html2text html5lib httpbin httpcore httpcore2 httplib2 httpretty httptools httpx httpx2 httpx_sse
    huggingface_hub humanfriendly humanize hupper hypercorn hyperframe hyperlink hypothesis ibm_db icalendar icecream id identify idna ijson imageio
    imagesize immutabledict immutables importlib_metadata importlib_resources incremental inflect inflection influxdb_client iniconfig inline_snapshot
    inquirer instagrapi installer instructor interrogate intervaltree invoke ipdb ipykernel IPython ipython_pygments_lexers ipywidgets isal isodate
    isoduration isort itemadapter itemloaders itsdangerous jaraco.classes jaraco.context jaraco.functools jax jaxlib jaydebeapi jedi jeepney jellyfish
    jinja2 jira jiter jmespath joblib joserfc json5 json_log_formatter jsonlines jsonpatch jsonpath_ng jsonpath_rw jsonpointer jsonschema
    jsonschema_specifications jupyter_builder jupyter_client jupyter_console jupyter_core jupyter_events jupyter_lsp jupyter_server
    jupyter_server_terminals jupyterlab jupyterlab_pygments jupyterlab_server jupyterlab_widgets jupytext kaitaistruct kaleido keras keras_tuner
    keyring kivy kiwisolver kombu kubernetes l18n laces langchain langchain_community langchain_core langchain_openai langdetect langgraph langid lark
    lazy_importer lazy_loader lazy_object_proxy ldap3 libcst lightgbm lightning limits litellm llama_index llvmlite lmfit locket lockfile locust
    logbook loguru looker_sdk luigi lxml lxml_html_clean lz4 mako markdown markdown2 markdownify markupsafe marshmallow marshmallow_oneofschema
    marshmallow_sqlalchemy matplotlib matplotlib_inline maturin mcp mdit_py_plugins mdurl measurement mechanize mediapipe memray mergedeep meson
    methodtools metpy micawber minimalmodbus minio mistune mitmproxy_linux mitmproxy_rs mkautodoc mkdocs mkdocs_autorefs mkdocs_get_deps mkdocstrings
    mlflow mmh3 mock model_bakery more_itertools moto motor moviepy mpi4py mpmath msal msal_extensions msgpack msgraph_core msgraphfs msgspec msrest
    msrestazure multidict murmurhash mutmut mypy mypy_boto3_s3 mypy_extensions nanoid narwhals nbclient nbconvert nbformat nbstripout neo4j
    nest_asyncio2 netaddr netcdf4 netCDF4 netifaces networkx newrelic newspaper3k nh3 nltk nodeenv nose nose2 notebook notebook_shim nox num2words
    numba numexpr numpy oauthlib omegaconf openai opencensus openpyxl openshift opentelemetry.distro opentelemetry.exporter.http.transport
    opentelemetry.exporter.otlp opentelemetry.exporter.otlp.common opentelemetry.exporter.otlp.proto.common opentelemetry.exporter.otlp.proto.grpc
    opentelemetry.exporter.otlp.proto.http opentelemetry.exporter.prometheus opentelemetry.instrumentation.fastapi
    opentelemetry.instrumentation.requests opentelemetry.instrumentation.threading opentelemetry.proto opentelemetry.sdk opentelemetry.util.http optax
    optuna oracledb orbax ordered_set orderly_set orjson ortools outcome overrides packaging paginate pandas pandas_gbq pandera pandocfilters
    papermill parameterized paramiko parsel parso parsy partd passlib paste pastel pathlib_abc pathspec pbs_installer pdfplumber pdm pdoc peewee peft
    pendulum petl pexpect pika pillow_heif pint pip pipenv pipx pkgconfig pkginfo platformdirs playwright plotly pluggy plumbum poethepoet poetry
    poetry.core polars polib polyfactory portion praw pre_commit prefect prek premailer preshed prettytable prices prison prometheus_client promise
    prompt_toolkit propcache prophet protego psutil psycopg psycopg_binary ptyprocess publicsuffix2 pulp pulumi pulumi_aws pure_eval pwdlib py7zr
    pyarrow pyasn1 pyasn1_modules pyathena pyaudio pyautogui pycares pycodestyle pycountry pycparser pycurl pydantic pydantic_core
    pydantic_extra_types pydantic_settings pydata_google_auth pydocstyle pyexcel pyfakefs pyfiglet pyflakes pygame pyglet pygments pyhocon pyicu
    PyInstaller pyjson5 pylint pylsqpack pymc pymodbus pymongo pymupdf pymysql pynndescent pynput pyodbc pyparsing pypdf PyPDF2 pypdfium2 pyperclip
    pyproj pyproject_api pyproject_hooks PyQt5 PyQt6 pyquery pyramid pyrefly pyright pyrsistent pysftp PySide6 pysnmp pyspark pystac pystan
    pytesseract pytest pytest_aiohttp pytest_asyncio pytest_benchmark pytest_celery pytest_click pytest_codspeed pytest_cov pytest_django
    pytest_django_queries pytest_docker_tools pytest_env pytest_examples pytest_httpbin pytest_httpx pytest_memray pytest_mock pytest_order
    pytest_postgresql pytest_recording pytest_rerunfailures pytest_socket pytest_subtests pytest_sugar pytest_timeout python_discovery
    python_http_client python_multipart python_on_whales pytimeparse pytokens pytorch_lightning pytz pytz_deprecation_shim pyupgrade pywatchman
    pywinpty pyzbar pyzipper pyzmq qdrant_client qrcode quart questionary queuelib radon rapidfuzz rarfile rasterio ray rdkit re_assert
    readme_renderer redis redshift_connector referencing regex reportlab requests requests_file requests_hardened requests_html requests_mock
    requests_ntlm requests_oauthlib requests_toolbelt resolvelib responses respx restructuredtext_lint rfc3339_validator rfc3986 rfc3986_validator
    rfc3987_syntax rich rich_argparse rich_click rich_toolkit rignore rioxarray roman_numerals rope rouge_score rq rsa rtree ruamel.std.pathlib
    ruamel.yaml ruff rx s3fs s3transfer sacrebleu sacremoses safetensors sagemaker_studio sanic scapy schemathesis scipy scramp scrapy seaborn
    secretstorage selenium semantic_version semgrep send2trash sendgrid sentence_transformers sentencepiece sentry_sdk service_identity setproctitle
    setuptools setuptools_git setuptools_scm shap shapely shellingham shiboken6 shortuuid simplejson six sklearn_compat sktime slack_bolt slack_sdk
    smart_open smbus smbus2 sniffio snowballstemmer snowflake.sqlalchemy socksio sortedcontainers soupsieve spacy sphinx sphinx_rtd_theme
    sphinxcontrib.applehelp sphinxcontrib.devhelp sphinxcontrib.htmlhelp sphinxcontrib.jsmath sphinxcontrib.qthelp sphinxcontrib.serializinghtml
    sphinxcontrib.websupport spidev sqlalchemy sqlalchemy_bigquery sqlalchemy_jsonfield sqlalchemy_utils sqlglot sqlite_fts4 sqlite_utils sqlmodel
    sqlparse srsly sse_starlette stack_data stanza starlette starlette_context statsforecast statsmodels stevedore streamlit stripe structlog sunpy
    swapper sympy syrupy tables tabulate tblib telepath tenacity tensorboard tensorflow tensorflow_datasets tensorflow_hub tensorflow_probability
    termcolor terminado testcontainers text_unidecode textblob textual thefuzz thinc threadpoolctl tifffile tiktoken time_machine timm tinycss2
    tldextract tokenize_rt tokenizers toml tomli tomli_w tomlkit toolz torch torchaudio torchmetrics torchtext torchvision tornado towncrier tox tqdm
    trafilatura traitlets transformers trio trio_typing trove_classifiers trustme truststore tsfresh tslearn tweepy twilio twine twisted ty typer
    types_boto3 typing_extensions typing_inspect typing_inspection tzdata tzlocal ua_parser ujson uncertainties undetected_chromedriver unearth
    unidecode uri_template uritemplate urllib3 urwid user_agents userpath uv uvicorn uvloop verboselogs vine virtualenv vobject voila voluptuous
    vulture w3lib wagtail wandb wasabi watchdog watchfiles watchgod watchtower wcmatch wcwidth weasel weasyprint weaviate webcolors webdriver_manager
    webencodings webob websockets webtest werkzeug wheel whitenoise widgetsnbextension willow wirerope workalendar wrapt wsproto wtforms xarray
    xgboost xhtml2pdf xlrd xlsxwriter xlwt xmlschema xmltodict xxhash yapf yarl zarr zipp zlib_ng zope.component zope.event zope.interface zstandard
  `
    .trim()
    .split(/\s+/),
);
