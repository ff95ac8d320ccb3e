// Imports whose distribution on PyPI has the same name in normal form (PEP 503); an import that stands neither here nor in distributions.ts is unknown.
// Made by tools/bench/env-check/same-names.py, last on 2026-11-30, 42 rows from wheels on 2026-12-01; it says what bears a row out.

/** Modules that wheels hold. */
const ofWheels = `
    Cython IPython InSpice PyInstaller PyPDF2 PyQt5 PyQt6 PyQt6.Qt6 PyQt6.sip PySide6 Pyro4 RestrictedPython a2wsgi accelerate adal addict adlfs aenum
    affine agent_detector aio_pika aiobotocore aiodns aiofastnet aiofile aiofiles aiohappyeyeballs aiohttp aiohttp_cors aioitertools aiokafka
    aiolimiter aiomysql aiopg aioquic aioredis aioresponses aiosignal aiosmtpd aiosmtplib aiosqlite alabaster albucore albumentations alembic altair
    altgraph amqp androguard aniso8601 annotated_doc annotated_types annoy ansi2html ansible_builder ansible_compat ansible_creator ansible_navigator
    ansible_runner ansimarkup anthropic anyascii anyio anysqlite anytree apache_beam apispec apkInspector app_model appdirs apscheduler arcade
    argcomplete ariadne array_api_strict array_record arrow arviz asdf_astropy ase asgi_lifespan asgiref asn1crypto ast_serialize asteroid_filterbanks
    astor astral astroid astropy astropy_iers_data asttokens astunparse async_generator async_geotiff async_lru async_tiff async_timeout asyncinject
    asyncmy asyncpg asyncstdlib atomicwrites attio attrs audioread authlib autobahn autodocsumm autoflake automat autopage autopep8 av avro
    awesomeversion aws_lambda_powertools aws_xray_sdk awscli axe_selenium_python azure.batch azure.common azure.core azure.cosmos azure.eventhub
    azure.identity azure.keyvault.secrets azure.kusto.data azure.mgmt.cdn azure.mgmt.compute azure.mgmt.containerinstance azure.mgmt.containerregistry
    azure.mgmt.core azure.mgmt.cosmosdb azure.mgmt.datafactory azure.mgmt.datalake.store azure.mgmt.frontdoor azure.mgmt.resource azure.mgmt.storage
    azure.mgmt.subscription azure.servicebus azure.storage.blob azure.storage.common azure.storage.queue azure.synapse.artifacts azure.synapse.spark
    babel backcall backoff backports.tarfile backports.zstd backrefs bandit basedpyright bashlex bcrypt beanie beartype beautifultable behave betamax
    bibtexparser bidict bilby_cython billiard binaryornot bindep bitarray bitsandbytes bitstring black blake3 bleach bleak blessed blessings blinker
    blis blist blobfile blockbuster bng_latlon boilerpy3 bokeh boltons boost_histogram boto boto3 botocore bottle bottleneck braceexpand bracex
    braintree brotli brotlicffi build cachebox cachecontrol cachelib cachetools caio cairocffi cairosvg camel_converter cappa cartopy casadi catalogue
    catboost cattrs cbor2 cbor_diag cchardet cdk8s celery cerberus certifi certipy cffi cfgv cftime chalice channels chardet charset_normalizer
    check_jsonschema check_manifest cheroot cherrypy chex chromadb clarabel classify_imports claude_agent_sdk cleo cli_helpers click
    click_default_group click_didyoumean click_option_group click_plugins click_repl click_type_test clickclick clickhouse_connect clickhouse_driver
    cliff cligj clingo cloudpathlib cloudpickle clu cmaes cmake cmd2 cmdstanpy cmyt cobs codecov codespell cogapp cogeo_mosaic colander
    color_operations colorama colorclass coloredlogs colorful colorlog colorspacious comm commitizen comrak comtypes condense_json confection
    configargparse configobj configupdater confluent_kafka confuse connexion constantly construct constructs contextily contextlib2 contexttimer
    contourpy cookiecutter copier cosmic_ray courlan covdefaults coverage coverage_conditional_plugin coveralls cramjam crashtest crc32c crcmod
    cron_descriptor croniter cross_web cryptography csscompressor cssselect cssselect2 csvw ctranslate2 cucumber_expressions cucumber_tag_expressions
    cuda.bindings cuda.pathfinder curated_tokenizers curated_transformers curlylint cvxpy cwltest cx_oracle cycler cyclopts cymem cysignals cython
    cytoolz dacite daft dagster daphne darglint dash dash_bootstrap_components dask databricks.sdk dataclasses_json datadog datasets dateparser
    db_dtypes dbus_fast ddt ddtrace debugpy decli decorator decord deepdiff deepmerge deepspeed deform defusedxml demes demjson3 dep_logic
    dependency_groups deprecated deprecation deptry detect_installer detect_secrets devtools dictdiffer diff_cover diffrax diffusers dill dirty_equals
    diskcache distlib distributed distro dj_database_url dj_email_url django django_cache_url django_celery_beat django_celery_results
    django_countries django_extensions django_measurement django_stubs_ext django_tasks djhtml dlib dlinfo dlt doc8 docker docopt docstring_parser
    docutils dogpile.cache donfig draftjs_exporter dropbox dspy duckdb dulwich dunamai durationpy duty dynaconf easydict easyocr ecdsa edit_distance
    editables editdistance einops einshape elastic_transport elasticsearch elasticsearch_dsl email_validator emcee emoji enrich environs
    ephemeral_port_reserve equinox esmpy et_xmlfile etils eval_type_backport eventlet ewah_bool_utils exa_py exceptiongroup execnet executing fabric
    face face_recognition failprint fairscale fake_useragent faker fakeredis falcon fast_depends fastapi fastapi_cli fastapi_cloud_cli fastapi_users
    fastar fastavro fastcore fastembed fasteners faster_whisper fastjsonschema fastmcp fastparquet fastprogress faststream fasttext fastuuid
    fathom_python feedgenerator feedparser ffmpy filelock filetype findpython fiona flake8 flake8_docstrings flake8_fixme flake8_import_order flaky
    flasgger flask flask_appbuilder flask_babel flask_bcrypt flask_caching flask_cors flask_httpauth flask_jwt_extended flask_limiter flask_login
    flask_mail flask_migrate flask_moment flask_restful flask_session flask_socketio flask_sqlalchemy flask_talisman flask_wtf flatbuffers flatsplode
    flax flit flit_core folium fontTools forbiddenfruit fqdn freesasa freezegun frozendict frozenlist fsspec ftfy funcy furo future fuzzywuzzy galpy
    gast gcloud.aio.auth gcloud.aio.bigquery gcloud.aio.storage gcsfs gdown genai_prices gensim genson geoalchemy2 geojson geojson_pydantic geopandas
    geopy gepa gevent geventhttpclient ghp_import git_changelog git_filter_repo gitdb giturlparse gliner gliner2 glom gluonts gmpy2
    google.analytics.admin google.api_core google.auth google.cloud.aiplatform google.cloud.alloydb google.cloud.appengine_logging google.cloud.automl
    google.cloud.batch google.cloud.bigquery google.cloud.bigquery_datatransfer google.cloud.bigquery_storage google.cloud.bigtable
    google.cloud.compute google.cloud.container google.cloud.datacatalog google.cloud.dataform google.cloud.dataplex google.cloud.dataproc
    google.cloud.datastore google.cloud.dlp google.cloud.firestore google.cloud.kms google.cloud.language google.cloud.logging
    google.cloud.managedkafka google.cloud.memcache google.cloud.monitoring google.cloud.pubsub google.cloud.redis google.cloud.run
    google.cloud.spanner google.cloud.speech google.cloud.storage google.cloud.storage_control google.cloud.storage_transfer google.cloud.tasks
    google.cloud.texttospeech google.cloud.translate google.cloud.videointelligence google.cloud.vision google.cloud.workflows google.genai
    google.generativeai google.resumable_media google_auth_httplib2 google_auth_oauthlib google_compute_engine google_crc32c gql gradio
    gradio_box_promptable_image gradio_clickable_arrow_dropdown gradio_client gradio_point_promptable_image gradio_sbmp_promptable_image grain
    graphene graphql_relay graphviz great_expectations greenlet griffe griffecli grimp grpc_interceptor grpclib gspread gtm_linear gunicorn gviz_api
    h11 h2 h3 h5py hashids hatch hatchling haversine hdbscan hdfs healpy hf_xet highspy hiredis hishel hjson holidays holoviews hpack html2text
    html5lib html5print html5tagger htmldate httpbin httpcore httpcore2 httpie httplib2 httpretty httptools httpx httpx2 httpx_sse huggingface_hub
    humanfriendly humanize hupper hvac hypercorn hyperframe hyperlink hypothesis ibm_db icalendar icecream id identify idna ifaddr ijson imageio
    imagesize immutabledict immutables importlib_metadata importlib_resources incremental inflect inflection influxdb influxdb_client iniconfig
    inline_snapshot inquirer insightface instagrapi installer instructor intake interrogate intervaltree invocations invoke iopath ipdb ipykernel
    ipylab ipyleaflet ipython_pygments_lexers ipywidgets isal iso8601 isodate isoduration isort itables itemadapter itemloaders itsdangerous
    jaraco.classes jaraco.collections jaraco.context jaraco.functools jaraco.text jax jaxlib jaxtyping jaydebeapi jedi jeepney jellyfish jinja2
    jinja2_ansible_filters jinxed jira jiter jmespath joblib joserfc jplephem jsii jsmin json5 json_log_formatter json_repair jsonlines jsonpatch
    jsonpath_ng jsonpath_rw jsonpickle jsonpointer jsonref jsonschema jsonschema_path jsonschema_specifications julius junit_xml jupyter_builder
    jupyter_client jupyter_console jupyter_core jupyter_events jupyter_leaflet jupyter_lsp jupyter_server jupyter_server_proxy
    jupyter_server_terminals jupyterlab jupyterlab_pygments jupyterlab_server jupyterlab_vpython jupyterlab_widgets jupytext justext jwcrypto kaggle
    kaitaistruct kaldiio kaleido kazoo kedro_datasets kedro_telemetry keras keras_tuner kerchunk keyring keyrings.alt kivy kiwisolver kokoro kombu
    kubernetes l18n laces langchain langchain_community langchain_core langchain_openai langchain_protocol langdetect langgraph langgraph.prebuilt
    langgraph_sdk langid language_tags lark lazy_importer lazy_loader lazy_model lazy_object_proxy ldap3 libcst librosa librt license_expression lief
    lightgbm lightning lightning_utilities limits litellm litestar livereload llama_index llm_echo llvmlite lmfit locket lockfile locust logbook
    loguru looker_sdk lsprotocol luigi lxml lxml_html_clean lz4 m2r magicgui mako markdown markdown2 markdown_callouts markdown_exec markdown_include
    markdownify markupsafe marshmallow marshmallow_oneofschema marshmallow_sqlalchemy matplotlib matplotlib_inline maturin mccabe mcp mcp_types
    mdformat mdformat_tables mdit_py_plugins mdurl mdx_gh_links measurement mechanize mediafile mediapipe memory_allocator memray mergedeep meshio
    meson methodtools metpy micawber micropip minimalmodbus minio misaki mistune mitmproxy_linux mitmproxy_rs mkautodoc mkdocs mkdocs_ansible
    mkdocs_autorefs mkdocs_click mkdocs_gen_files mkdocs_get_deps mkdocs_git_revision_date_localized_plugin mkdocs_include_markdown_plugin
    mkdocs_literate_nav mkdocs_llmstxt mkdocs_macros.plugin mkdocs_minify_plugin mkdocs_redirects mkdocstrings ml_collections ml_dtypes
    ml_goodput_measurement mlflow mmh3 mock modal model_bakery modelsearch mongoengine more_itertools morecantile moto motor moviepy mpi4py mpmath
    msal msal_extensions msgpack msgraph_core msgraphfs msgspec msprime msrest msrestazure mujson multidict multiprocess munch murmurhash
    mutablerecords mutagen mutf8 mutmut mypy mypy_boto3_s3 mypy_extensions mypy_protobuf myst_parser namex nanoid napalm napari narwhals natsort
    nbclient nbconvert nbformat nbstripout nbval ncclient ndindex neo4j nest_asyncio nest_asyncio2 netCDF4 netaddr netcdf4 netifaces netmiko netutils
    networkx newick newrelic newspaper3k nh3 nilearn nltk nodeenv nornir_jinja2 nornir_napalm nornir_utils nose nose2 notebook notebook_shim nox npe2
    ntc_templates num2words numba numcodecs numexpr numpy numpydoc oauth2client oauthlib objgraph objprint obspec obstore odmantic omegaconf
    onigurumacffi onnx onnxruntime onnxsim open_gopro openai openapi_pydantic openapi_schema_validator openapi_spec_validator opencensus opendatasets
    openhtf openinference.instrumentation openinference.instrumentation.dspy openinference.instrumentation.litellm openpyxl openshift
    opentelemetry.distro opentelemetry.exporter.http.transport opentelemetry.exporter.otlp opentelemetry.exporter.otlp.common
    opentelemetry.exporter.otlp.proto.common opentelemetry.exporter.otlp.proto.grpc opentelemetry.exporter.otlp.proto.http
    opentelemetry.exporter.prometheus opentelemetry.instrumentation opentelemetry.instrumentation.aiohttp_client
    opentelemetry.instrumentation.aiohttp_server opentelemetry.instrumentation.asgi opentelemetry.instrumentation.asyncpg
    opentelemetry.instrumentation.aws_lambda opentelemetry.instrumentation.celery opentelemetry.instrumentation.dbapi
    opentelemetry.instrumentation.django opentelemetry.instrumentation.fastapi opentelemetry.instrumentation.flask
    opentelemetry.instrumentation.google_genai opentelemetry.instrumentation.httpx opentelemetry.instrumentation.logging
    opentelemetry.instrumentation.mysql opentelemetry.instrumentation.psycopg opentelemetry.instrumentation.psycopg2
    opentelemetry.instrumentation.pymongo opentelemetry.instrumentation.redis opentelemetry.instrumentation.requests
    opentelemetry.instrumentation.sqlalchemy opentelemetry.instrumentation.sqlite3 opentelemetry.instrumentation.starlette
    opentelemetry.instrumentation.system_metrics opentelemetry.instrumentation.threading opentelemetry.instrumentation.wsgi opentelemetry.proto
    opentelemetry.sdk opentelemetry.util.genai opentelemetry.util.http openvino openvino_telemetry opt_einsum optax optlang optree optuna oracledb
    orbax orbax.checkpoint ordered_set orderly_set orjson ormsgpack ortools oscrypto osmium outcome outlines outlines_core overrides packaging
    paginate pallets_sphinx_themes pandas pandas_gbq pandera pandocfilters panel_material_ui papermill param parameterized paramiko parse parse_type
    parsedatetime parsel parsley parso parsy partd parver passlib paste pastel pathable pathlib_abc pathspec pathvalidate patsy pbr pbs_installer
    pcodec pdfplumber pdm pdoc peewee pefile peft pendulum pep440 petl pexpect pg8000 pgspecial pgvector phonemizer pi_heif pickleshare picobox pika
    pillow_heif pint pip pip_api pip_requirements_parser pip_upgrader pipenv pipx pkgconfig pkginfo plaster plaster_pastedeploy platformdirs
    playwright plotly pluggy plumbum ply poethepoet poetry poetry.core polars polib polyfactory pooch portalocker portend portion portpicker posthog
    praw pre_commit pre_commit_uv prefect prefixed prek premailer preshed pretend prettytable prices primePy prison prometheus_client promise
    prompt_toolkit propcache properdocs properdocs_theme_readthedocs prophet protego psutil psycopg psycopg2 psycopg_binary psycopg_pool psygnal
    ptpython ptyprocess publication publicsuffix2 pulp pulumi pulumi_aws pure_eval puremagic pwdlib py7zr py_partiql_parser py_serializable
    pyannote.audio pyannote.core pyannote.database pyannote.metrics pyannote.pipeline pyannoteai.sdk pyarrow pyasn1 pyasn1_modules pyathena pyaudio
    pyautogui pycares pycdlib pyclipper pycocoevalcap pycocotools pycodestyle pycountry pycparser pycurl pydantic pydantic_core pydantic_evals
    pydantic_extra_types pydantic_graph pydantic_handlebars pydantic_settings pydantic_sqlite pydap pydata_google_auth pydata_sphinx_theme pydeck
    pydocstyle pydot pydub pydyf pyeapi pyexcel pyfakefs pyfiglet pyflakes pygame pyglet pyglove pygls pygments pygments_ansi_color pygraphviz pyhive
    pyhocon pyiceberg pyicu pyinstrument pyjson5 pylast pylint pylsqpack pymc pymodbus pymongo pymssql pymupdf pymysql pynndescent pynput pyodbc
    pyodide_http pyogrio pyotp pyparsing pypdf pypdfium2 pyperclip pyphen pypiserver pyproj pyproject_api pyproject_hooks pyquery pyramid pyrefly
    pyright pyroaring pyrodigal pyroma pyrsistent pysam pysftp pysnmp pyspark pystac pystache pystan pytesseract pytest pytest_aiohttp pytest_asyncio
    pytest_bdd pytest_benchmark pytest_celery pytest_click pytest_codspeed pytest_console_scripts pytest_cov pytest_datadir pytest_django
    pytest_django_queries pytest_docker pytest_docker_tools pytest_env pytest_examples pytest_forked pytest_freezer pytest_gitconfig
    pytest_github_actions_annotate_failures pytest_httpbin pytest_httpserver pytest_httpx pytest_instafail pytest_jupyter pytest_localserver
    pytest_memray pytest_mock pytest_order pytest_plus pytest_postgresql pytest_pretty pytest_randomly pytest_recording pytest_regressions
    pytest_relaxed pytest_rerunfailures pytest_sanic pytest_snapshot pytest_socket pytest_subprocess pytest_subtests pytest_sugar pytest_timeout
    pytest_trio pytest_vcr python_calamine python_discovery python_http_client python_multipart python_on_whales python_solvespace pytimeparse
    pytkdocs pytokens pytools pytorch_lightning pytorch_metric_learning pytz pytz_deprecation_shim pyu2f pyupgrade pyviz_comms pywatchman pywinpty
    pyxirr pyzbar pyzipper pyzmq qdrant_client qrcode qtpy quart questionary queuelib qwix radon rapidfuzz rarfile rassumfrassum rasterio rateslib ray
    rdflib rdkit re_assert readme_renderer rebound reboundx redis redshift_connector referencing regex regress releases reportlab requests
    requests_cache requests_file requests_futures requests_hardened requests_html requests_mock requests_ntlm requests_oauthlib requests_ratelimiter
    requests_toolbelt requests_unixsocket requirements.parser resend resolvelib responses respx restructuredtext_lint retry retrying returns
    rfc3339_validator rfc3986 rfc3986_validator rfc3987_syntax rich rich_argparse rich_click rich_rst rich_toolkit rignore rio_cogeo rio_stac
    rio_tiler rioxarray river roman_numerals rope rouge_score rq rq_scheduler rsa rstcheck rstcheck_core rstr rtree ruamel.std.pathlib ruamel.yaml
    ruff rumdl rx s3fs s3transfer sacrebleu sacremoses safetensors safetensors_mlir sagemaker_studio sanic sanic_routing sanic_testing scapy schedule
    schema schemathesis scipy scp scramp scrapy screed scripttest sdkmanager seaborn secretstorage segments selenium semantic_version semgrep semver
    send2trash sendgrid sentence_transformers sentencepiece sentry_sdk seqio serpent service_identity setproctitle setuptools setuptools_git
    setuptools_scm shap shapely shellingham shiboken6 shortuuid shtab simpervisor simple_parsing simple_salesforce simple_websocket simplejson simpy
    simsimd sisl six sklearn_compat sktime skyfield slack_bolt slack_sdk slimit slotscheck smart_open smbus smbus2 smmap sniffio snowballstemmer
    snowflake.sqlalchemy sockjs.tornado socksio soco sortedcontainers sounddevice soundfile soupsieve sourmash soxr spacy spacy_curated_transformers
    spacy_legacy spacy_loggers sphinx sphinx2rst sphinx_autobuild sphinx_autodoc_typehints sphinx_basic_ng sphinx_celery sphinx_click
    sphinx_copybutton sphinx_design sphinx_gallery sphinx_issues sphinx_llm sphinx_markdown_builder sphinx_mdinclude sphinx_pyscript sphinx_rtd_theme
    sphinx_tabs sphinx_testing sphinx_tippy sphinx_togglebutton sphinx_wagtail_theme sphinxcontrib.applehelp sphinxcontrib.devhelp
    sphinxcontrib.htmlhelp sphinxcontrib.httpdomain sphinxcontrib.jquery sphinxcontrib.jsmath sphinxcontrib.log_cabinet sphinxcontrib.mermaid
    sphinxcontrib.openapi sphinxcontrib.qthelp sphinxcontrib.serializinghtml sphinxcontrib.spelling sphinxcontrib.websupport sphinxcontrib_github_alt
    sphinxemoji sphinxext.opengraph sphinxext.rediraffe spidev sqlalchemy sqlalchemy_bigquery sqlalchemy_jsonfield sqlalchemy_utils sqlglot
    sqlite_fts4 sqlite_utils sqlmodel sqlparse srsly sse_starlette sshtunnel stack_data standardwebhooks stanza starlette starlette_context
    starlette_cramjam statsd statsforecast statsmodels stestr stevedore stone streamlit strictyaml stringzilla strip_ansi stripe structlog
    subprocess_tee sunpy sunrisesunset super_collections supermorecado superqt supervision surrealdb svgwrite svix swapper swiglpk sybil sympy
    synchronicity syrupy tables tabulate tach tblib telepath tempora tenacity tensorboard tensorboardX tensorboard_data_server tensorflow
    tensorflow_datasets tensorflow_hub tensorflow_io tensorflow_io_gcs_filesystem tensorflow_metadata tensorflow_probability tensorflow_text
    tensorstore termcolor terminado testcontainers testfixtures testtools text_unidecode textblob textfsm texttable textual texture2ddecoder thefuzz
    thinc threadpoolctl thrift tifffile tiktoken tilebench time_machine timelength timm tinycss2 tinydb tinyhtml5 titlecase tld tldextract tofupilot
    tokamax tokenize_rt tokenizers tombi toml tomli tomli_w tomlkit toolz torch torch_audiomentations torch_pitch_shift torchaudio torchcodec
    torchmetrics torchprofile torchtext torchvision tornado towncrier tox tox_extra tox_pdm tpu_info tqdm tracerite trafilatura traitlets traits
    traittypes transformers transitions translationstring tree_sitter tree_sitter_starlark treescope trino trio trio_typing trio_websocket triton
    trove_classifiers trustme truststore tsfresh tskit tslearn ttp ttp_templates tweepy twilio twine twisted twofish txaio ty type_lens typeguard
    typer types_boto3 typing_extensions typing_inspect typing_inspection tzdata tzlocal ua_parser ujson ultralytics uncertainties
    undetected_chromedriver unearth unidecode unyt uri_template uritemplate url_normalize urllib3 urwid user_agents userpath uuid_utils uv uvicorn
    uvloop validate_pyproject validators valkey vcs_versioning vega_datasets venusian verboselogs versioningit vine virtualenv vispy vobject voila
    voluptuous vpython vrplib vsifile vulture w3lib wadler_lindig wagtail waitress wandb wasabi watchdog watchfiles watchgod watchtower wcmatch
    wcwidth weasel weasyprint weaviate webargs webcolors webdataset webdriver_manager webencodings webob websockets webtest webtest_aiohttp
    wemake_python_styleguide werkzeug wespeakerruntime wheel whitenoise widgetsnbextension willow wirerope wordcloud workalendar wrapt wsproto wtforms
    xarray xdoctest xgboost xhtml2pdf xlrd xlsxwriter xlwt xmlschema xmltodict xprof xxhash xyzservices yamllint yamlloader yapf yarl yore yt zarr
    zc.lockfile zeep zengl zensical zeroconf zict zipp zlib_ng zope.component zope.deprecation zope.event zope.interface zstandard
  `;

/** Modules that were installed from PyPI and imported: by EasyBuild, Wolfi, emscripten-forge, or beside typeshed's stubs. */
const imported = `
    AnyQt ConfigSpace GPy IPy KDEpy MDAnalysis PyPDF3 SALib SPARQLWrapper about_time acvl_utils adagio adjustText agate aiohttp_jinja2 aiohttp_session
    aiormq ale_py alive_progress anndata annexremote ansys.tools.visualization_interface anywidget apipkg apsw archspec argh argparse_dataclass
    arpeggio array_api_compat asciitree assertpy asteval asv asv_runner asyncssh atheris autograd autograd_gamma autoray awkward awkward_cpp awscrt
    axial_positional_embedding backports.entry_points_selectable backports.functools_lru_cache backports.shutil_get_terminal_size
    backports.ssl_match_hostname bagit bagit_profile bash_kernel batchgenerators baycomp bdbag beniget bids_validator bidsschematools bioregistry
    biothings_client biotite blosc blosc2 botorch branca bravado bravado_core bz2file cached_property cachey cachy calver captum cdflib cdsapi
    cellpose cf_units cf_xarray cfgrib chameleon chevron ci_info circus cleanlab click_log click_shell click_spinner clikit clint clldutils clr_loader
    cma cmap cmcrameri cmocean cmweather cobra codecarbon colorcet colored colorlover colormath colt5_attention comet_ml commonmark conan conda_inject
    conda_pack conda_package_streaming conllu connection_pool cons constantdict convertdate coreapi coremltools coreschema cplex cppy cssutils csvkit
    cuda.core curies curl_cffi cvxopt cwl_utils cwltool cypari2 cyvcf2 dask_cuda dask_expr dask_glm dask_image dask_jobqueue dask_ml datalad
    datashader datrie dbfread dcor deap debtcollector dendropy descartes dgl dicom2nifti dicomweb_client diptest dipy dirhash distance dm_control
    dm_env dnaio docformatter dockerfile_parse docplex docrep docstring_inheritance docstring_to_markdown docx2txt docxcompose docxtpl doit dominate
    dotnetcore2 dpath duet dynamic_network_architectures dynesty e3nn earthkit.data earthkit.meteo easydev eccodes ecmwf.opendata ecos edlib effdet
    efficientnet_pytorch eido einx elementpath enlighten entrypoints ephem esda ete3 etelemetry etuples everett expandvars expecttest expiring_dict
    expiringdict extension_helpers f90nml face_recognition_models farama_notifications fast_histogram fast_simplification fastai fastcluster
    fastdownload fastdtw fastobo fastrlock filecheck filterpy findlibs fire flake8_builtins flake8_rst_docstrings flake8_simplify
    flake8_typing_imports flash_attn flexcache flexparser flit_scm flox flufl.lock flwr formulaic fpylll fs fugue fugue_sql_antlr func_timeout
    funcsigs fvcore gcs_oauth2_boto_plugin geographiclib geomet geomloss gffutils giddy glfw glob2 globus_sdk gmsh gnureadline google.cloud.iam
    google_reauth gpflow gpustat gpytorch grequests gseapy gstools gstools_cython gsw gurobipy gwdatafind gym gym_notices gymnasium h5grove h5io
    h5netcdf hampel hankel hatch_fancy_pypi_readme hatch_jupyter_builder hatch_nodejs_version hatch_requirements_txt hatch_vcs hdbcli hdf5plugin
    heapdict hmmlearn hnswlib hsluv hydra.core hyper_connections hyperopt hyperpyyaml igwn_auth_utils igwn_ligolw igwn_segments ihm imagecodecs
    imagehash imageio_ffmpeg imgaug imgui imutils in_n_out indexed_gzip inflate64 intbitset interface_meta intersphinx_registry ipycanvas ipyevents
    ipympl ipyparallel ipytest ipython_genutils islpy iterators itypes jaxopt jdcal jedi_language_server jmp jsonargparse juliacall juliapkg
    jupyter_contrib_core jupyter_contrib_nbextensions jupyter_highlight_selected_word jupyter_nbextensions_configurator jupyter_packaging
    jupyter_resource_usage jupyter_server_mathjax jupyter_telemetry jupyter_ui_poll jupyterhub jupyterlab_git kagglehub keras_preprocessing keyboard
    keystoneauth1 kneed kornia kornia_rs labmaze langchain_anthropic langchain_mistralai langchain_text_splitters langcodes langsmith language_data
    laspy lat_lon_parser latexcodec layoutparser leather legacy_api_wrap leidenalg leveldb libpysal lifelines lightning_cloud linear_operator lineax
    linopy lit lmdb local_attention logmuse logomaker looseversion lpips lunardate lupa lzstring m3u8 maggma mailbits makefun mamba_ssm mapclassify
    marisa_trie marshmallow_dataclass marshmallow_jsonschema marshmallow_union mashumaro matplotlib_scalebar matscipy mda_xdrlib mdtraj
    memory_profiler mendeleev mercantile metakernel mfusepy mike mir_eval mistralai mizani mne mne_bids modelcif momepy monai mongomock monotonic
    monty moocore more_click mp_api mplcursors mpld3 mrcfile msgpack_numpy mudata mujoco multipledispatch multiqc multiscale_spatial_image
    multitasking multiurl multivolumefile mygene nanobind napari_console napari_plugin_engine napari_svg nbclassic nbdime nbmake nbsphinx
    nbsphinx_link ncls nglview nibabel nipype noise notify2 nptyping numdifftools numpy_groupies numpyro nvitop nvtx odc.geo olefile ome_types
    ome_zarr onetimepass onnx_ir opacus openTSNE opentracing opt_einsum_fx os_service_types osc_lib oslo_config oslo_i18n oslo_serialization
    oslo_utils osmnx osqp overpy owlready2 owlrl owslib oyaml p_tqdm palettable pamela pamqp pandas_datareader pandas_flavor paramz parsimonious parsl
    patch_ng pathlib2 pathos pathtools pathy pcpp pdbufr pdf2docx pdf2image pdiff pdm.backend pebble pephubclient peppy periodictable pesq pgmpy
    phono3py phonopy pims pint_pandas pipestat plac plotext plotly_express plotnine pluginbase plyfile poetry_dynamic_versioning poetry_plugin_export
    pointpats polyscope pony powerlaw pox ppft pretrainedmodels prettyprinter product_key_memory proglog properscoring prov pubchempy punq pvlib
    py3Dmol py4j pyBigWig py_expression_eval pyamg pyaml_env pyarrow_hotfix pybedtools pybigtools pybind11 pybind11_stubgen pybiomart pybktree pybtex
    pybtex_docutils pybullet pyclibrary pyct pycuda pydantic_compat pydash pydotplus pyedb pyedflib pyevtk pyfaidx pyfftw pygam pygeos pygtrie pyhmmer
    pykdtree pykrige pylatexenc pylev pylint_venv pyluach pymannkendall pymatgen pymatgen.io.validation pymatreader pymbolic pymeeus pympler pynetbox
    pynetdicom pyomo pyopencl pyopenms pyperf pypi_simple pyppmd pyprep pyproject_metadata pyranges pyre_extensions pyreadr pyrender pyriemann
    pyscreeze pyshacl pystoi pystow pytensor pyteomics pytest_arraydiff pytest_astropy pytest_astropy_header pytest_cpp pytest_doctestplus
    pytest_filter_subpackage pytest_flakefinder pytest_remotedata pytest_shard python_codon_tables python_utils pythran pytoml pytorch_ranger pytrie
    pyts pyvis pyvista pyvo pyzstd qasync qdldl qpd qtconsole qudida querystring_parser rapids_dask_dependency rasterstats ratelimit raven reactivex
    read_version readchar refgenconf refgenie regionmask repoze.lru requestsexceptions reretry rerun_notebook rerun_sdk resampy retry_decorator
    roifile rpy2 rpy2.rinterface rpy2.robjects rpyc ruamel.yaml.jinja2 ruptures ruyaml safe_netrc saxonche scalene scandir scanpy schema_salad
    schemdraw scikeras scikit_build_core scitokens scooby scs scverse_misc seekpath segment_anything segmentation_models_pytorch segtok selfies
    sentinels serverfiles session_info session_info2 setuptools_rust simhash simplegeneric simplification singledispatch siphash24 skan skorch slicer
    slicerator slumber smartypants snakemake snakemake_interface_common snakemake_interface_executor_plugins snakemake_interface_logger_plugins
    snakemake_interface_report_plugins snakemake_interface_scheduler_plugins snakemake_interface_storage_plugins snuggs sparse spatial_image
    spatialdata spatialdata_plot speechbrain spglib sphinx_bootstrap_theme sphinxcontrib.bibtex spin spython sqlitedict squarify stable_baselines3
    starsessions stdlib_list stopit str2bool submitit subprocess32 svgutils swagger_spec_validator symengine symfc tensorboard_plugin_profile
    tensorboard_plugin_wit tensorflow_estimator terminaltables testpath textual_plotext textx tf_keras tgcrypto threadloop throttler timeloop
    timezonefinder tobler toposort torch_ema torch_geometric torch_optimizer torch_scatter torch_stoi torchinfo torchio trame trame_client
    trame_common trame_components trame_router trame_server trame_vtk trame_vuetify transforms3d treelib treelite triad triangle trimesh trl trogon
    ubiquerg unidiff untangle untokenize uproot versioneer verspec wand wbgapi websockify wfdb wget whatthepatch wikipedia wslink wurlitzer
    www_authenticate xarray_einstats xattr xformers xmldiff xmod xopen xradar xsdata yacman yacs yake yamale yamlordereddictloader yaspin yfinance
    yt_dlp yte zipfile36 zstd zxcvbn
`;

/** Import names. */
export const sameNames: ReadonlySet<string> = new Set(`${ofWheels}${imported}`.trim().split(/\s+/));
