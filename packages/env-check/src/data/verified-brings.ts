// What distributions need, and so bring with them: NAME@VERSION=NAMES, each row read from the Requires-Dist of that version's metadata, extras left out;
// NAME[EXTRA]@VERSION=NAMES is what the extra adds.
// By canonical names, for Python 3.10 to 3.12 on Linux.

const table = `
    a2wsgi@1.10.10=typing-extensions accessible-pygments@0.0.5=pygments adal@1.2.7=cryptography,pyjwt,python-dateutil,requests
    adlfs@2026.8.0=azure-core,azure-identity,azure-storage-blob,fsspec aiodns@4.0.4=pycares aiofastnet@1.2.0=exceptiongroup aiofile@3.12.3=caio
    aiohttp-cors@0.8.1=aiohttp aiohttp@3.14.5=aiohappyeyeballs,aiosignal,async-timeout,attrs,frozenlist,multidict,propcache,typing-extensions,yarl
    aioquic@1.2.0=certifi,cryptography,pylsqpack,pyopenssl,service-identity aiosignal@1.4.0=frozenlist,typing-extensions
    alembic@1.19.2=mako,sqlalchemy,tomli,typing-extensions amqp@5.4.2=vine
    ansible-compat@26.10.0=ansible-core,jsonschema,packaging,pyyaml,subprocess-tee
    ansible-core@2.19.14=cryptography,jinja2,packaging,pyyaml,resolvelib ansible-creator@26.10.0=jinja2,pyyaml ansimarkup@1.5.0=colorama
    anthropic@2.12.0=anyio,docstring-parser,httpx2,jiter,opentelemetry-api,pydantic,sniffio,typing-extensions
    anyio@4.16.0=exceptiongroup,idna,typing-extensions anysqlite@0.0.5=anyio apispec@6.10.1=packaging
    app-model@0.5.1=in-n-out,psygnal,pydantic,typing-extensions argon2-cffi-bindings@26.2.0=cffi argon2-cffi@25.1.0=argon2-cffi-bindings
    array-api-strict@2.6.1=numpy arrow@1.4.0=python-dateutil,tzdata
    asdf-astropy@0.11.0=asdf,asdf-coordinates-schemas,asdf-standard,asdf-transform-schemas,astropy,numpy,packaging
    ase@3.29.0=matplotlib,numpy,scipy,typing-extensions async-lru@2.4.0=typing-extensions authlib@1.9.2=cryptography,joserfc autodocsumm@0.2.14=sphinx
    azure-core@1.41.0=requests,typing-extensions azure-identity@1.27.0=azure-core,cryptography,msal,msal-extensions,typing-extensions
    azure-mgmt-cdn@14.1.0=azure-mgmt-core,isodate,typing-extensions azure-mgmt-core@1.6.0=azure-core
    azure-mgmt-frontdoor@2.0.0=azure-mgmt-core,isodate,typing-extensions azure-mgmt-subscription@3.1.1=azure-common,azure-mgmt-core,msrest
    azure-servicebus@7.14.3=azure-core,isodate,typing-extensions azure-storage-blob@12.31.1=azure-core,cryptography,isodate,typing-extensions
    azure-storage-queue@12.16.0=azure-core,cryptography,isodate,typing-extensions
    beanie@1.30.0=click,lazy-model,motor,pydantic,tomli,typing-extensions beautifulsoup4@4.15.0=soupsieve,typing-extensions
    beautifulsoup4[html5lib]@4.15.0=html5lib bidict@0.24.1=typing-extensions bindep@2.14.0=distro,packaging,parsley,pbr biopython@1.88=numpy
    bitstring@5.0.0=tibs black@25.1.0=click,mypy-extensions,packaging,pathspec,platformdirs,tomli,typing-extensions blacken-docs@1.20.0=black
    bleach@6.4.0=webencodings bleach[css]@6.4.0=tinycss2 blessed@1.52.0=jinxed,wcwidth blessings@1.7=six blockbuster@1.5.29=forbiddenfruit
    boto3@1.44.5=botocore,jmespath,s3transfer botocore@1.44.5=jmespath,python-dateutil,urllib3
    bpython@0.26=curtsies,cwcwidth,greenlet,pygments,pyxdg,requests,typing-extensions braintree@4.48.0=requests brotlicffi@1.2.1.0=cffi
    build@1.2.2.post1=importlib-metadata,packaging,pyproject-hooks,tomli build[uv]@1.6.1=importlib-metadata,tomli,uv bumpversion@0.6.0=bump2version
    cachecontrol@0.14.4=msgpack,requests cairocffi@1.7.1=cffi cairosvg@2.9.1=cairocffi,cssselect2,defusedxml,pillow,tinycss2
    cappa@0.33.0=rich,type-lens,typing-extensions cattrs@26.2.1=attrs,exceptiongroup,typing-extensions
    celery@5.6.3=billiard,click,click-didyoumean,click-plugins,click-repl,exceptiongroup,kombu,python-dateutil,tzlocal,vine
    celery[redis]@5.6.2=exceptiongroup,kombu[redis] celery[sqs]@5.6.2=boto3,exceptiongroup,kombu[sqs],pycurl,urllib3 certipy@0.2.3=cryptography
    cffi@2.1.1=pycparser check-jsonschema@0.39.0=click,jsonschema,regress,requests,ruamel-yaml,tomli cheroot@11.1.2=jaraco-functools,more-itertools
    cherrypy@18.10.0=cheroot,jaraco-collections,more-itertools,portend,zc-lockfile cleo@2.1.0=crashtest,rapidfuzz click-default-group@1.2.4=click
    click-didyoumean@0.3.1=click click-option-group@0.5.9=click click-plugins@1.1.1.2=click click-repl@0.4.1=click,prompt-toolkit,typing-extensions
    clickclick@20.10.2=click,pyyaml cmaes@0.13.1=numpy confection@1.3.4=typing-extensions confuse@2.3.0=pyyaml,typing-extensions
    connexion@2.14.2=clickclick,flask,inflection,itsdangerous,jsonschema,packaging,pyyaml,requests,werkzeug
    contextily@1.7.1=geopy,joblib,matplotlib,mercantile,pillow,rasterio,requests,xyzservices contourpy@1.3.3=numpy
    cookiecutter@2.7.1=arrow,binaryornot,click,jinja2,python-slugify,pyyaml,requests,rich
    copier@9.19.1=colorama,dunamai,funcy,jinja2,jinja2-ansible-filters,packaging,pathspec,platformdirs,plumbum,pydantic,pygments,pyyaml,questionary,typing-extensions
    covdefaults@2.3.0=coverage coverage-conditional-plugin@0.9.0=coverage,packaging coverage-enable-subprocess@1.0=coverage coverage[toml]@7.17.5=
    croniter@7.0.0=python-dateutil cross-web@0.9.0=typing-extensions cryptography@50.0.2=cffi,typing-extensions
    cssselect2@0.10.1=tinycss2,webencodings curlylint@0.13.1=attrs,click,parsy,pathspec,toml curtsies@0.4.3=blessed,cwcwidth
    dataclasses-json@0.6.7=marshmallow,typing-inspect db-dtypes@1.9.0=numpy,packaging,pandas,pyarrow deepdiff@9.1.0=cachebox,orderly-set
    dep-logic@0.7.2=packaging deprecated@3.0.1=wrapt deptry@0.23.1=click,packaging,requirements-parser,tomli discord-py@2.7.1=aiohttp
    dj-database-url@3.1.2=django django-allauth@65.21.1=asgiref,django django-appconf@1.2.0=django
    django-celery-beat@2.9.0=celery,cron-descriptor,django,django-timezone-field,python-crontab,tzdata django-cors-headers@4.9.0=asgiref,django
    django-countries@7.6.1=asgiref,typing-extensions django-crispy-forms@2.7=django django-debug-toolbar@8.0.0=django,sqlparse
    django-extensions@4.1=django django-filter@26.2=django django-guardian@3.5.2=django,typing-extensions
    django-import-export@4.4.3=diff-match-patch,django,tablib django-js-asset@5.0.0=django django-measurement@3.2.4=django,django-appconf,measurement
    django-model-utils@5.0.0=django django-modelcluster@6.5=django django-mptt@0.20.0=django-js-asset django-ninja@1.7.1=django,pydantic
    django-pattern-library@1.6.0=django,markdown,pyyaml django-permissionedforms@0.1=django django-phonenumber-field@8.5.0=django
    django-simple-history@3.13.0=django django-storages@1.14.6=django django-stubs-ext@6.1.2=django,typing-extensions
    django-stubs@6.0.9=django,django-stubs-ext,tomli,types-pyyaml,typing-extensions django-stubs[compatible-mypy]@6.0.9=mypy,tomli
    django-taggit@6.1.0=django django-tasks@0.12.0=django,django-stubs-ext,typing-extensions django-timezone-field@7.2.2=django
    django-treebeard@5.3.1=django django-waffle@5.0.0=django django@5.2.19=asgiref,sqlparse django[bcrypt]@5.2.19=bcrypt
    djangorestframework@3.18.3=django doc8@2.0.0=docutils,pygments,restructuredtext-lint,stevedore,tomli docker@7.2.0=requests,urllib3
    dogpile-cache@1.5.0=decorator,stevedore,typing-extensions donfig@0.8.1.post1=pyyaml dulwich@1.2.21=typing-extensions,urllib3
    dunamai@1.26.5=packaging duty@1.10.1=failprint,typing-extensions ecdsa@0.19.2=six email-validator@2.4.0=dnspython,idna face@26.0.1=boltons
    factory-boy@3.3.3=faker failprint@1.1.1=ansimarkup,jinja2,ptyprocess faiss-cpu@1.15.1=numpy,packaging
    fakeredis@2.40.0=redis,sortedcontainers,typing-extensions fastapi-cli@0.0.34=rich-toolkit,typer,uvicorn
    fastapi-cloud-cli@0.28.0=agent-detector,detect-installer,fastar,httpx,pydantic,rich-toolkit,rignore,sentry-sdk,typer,uvicorn
    fastmcp-slim@4.2.1=mcp-types,platformdirs,pydantic,pydantic-settings,python-dotenv,rich,typing-extensions ffmpeg-python@0.2.0=future
    findpython@0.8.0=packaging,platformdirs flake8-docstrings@1.7.0=flake8,pydocstyle flake8-pyproject@1.2.4=flake8,tomli
    flake8@7.5.0=mccabe,pycodestyle,pyflakes
    flask-appbuilder@4.5.3=apispec,click,colorama,email-validator,flask,flask-babel,flask-jwt-extended,flask-limiter,flask-login,flask-sqlalchemy,flask-wtf,jsonschema,marshmallow,marshmallow-sqlalchemy,prison,pyjwt,python-dateutil,sqlalchemy,sqlalchemy-utils,werkzeug,wtforms
    flask-babel@2.0.0=babel,flask,jinja2,pytz flask-caching@2.4.1=cachelib,flask flask-jwt-extended@4.7.4=flask,pyjwt,werkzeug
    flask-limiter@3.12=flask,limits,ordered-set,rich flask-login@0.6.3=flask,werkzeug flask-mail@0.10.0=blinker,flask
    flask-session@0.5.0=cachelib,flask flask-socketio@5.7.0=blinker,click,flask,jinja2,python-socketio,werkzeug
    flask-sqlalchemy@2.5.1=flask,sqlalchemy flask-wtf@1.3.0=flask,itsdangerous,wtforms
    flask@3.1.3=blinker,click,itsdangerous,jinja2,markupsafe,werkzeug freezegun@1.5.5=python-dateutil fsspec[http]@2026.9.0=aiohttp
    fsspec[s3]@2026.9.0=s3fs furo@2025.9.25=accessible-pygments,beautifulsoup4,pygments,sphinx,sphinx-basic-ng
    gcloud-aio-auth@5.6.0=aiohttp,chardet,cryptography,pyjwt,tenacity gcloud-aio-bigquery@7.3.0=gcloud-aio-auth,python-dateutil
    gcloud-aio-storage@9.6.5=aiofiles,cryptography,gcloud-aio-auth
    gcsfs@2026.10.1=aiohttp,decorator,fsspec,google-auth,google-auth-oauthlib,google-cloud-storage,google-cloud-storage-control,requests
    gdown@6.5.1=beautifulsoup4,filelock,requests,tqdm,typing-extensions,urllib3 genai-prices@0.2.3=httpx2,pydantic
    gevent@26.9.0=greenlet,zope-event,zope-interface ghp-import@2.1.0=python-dateutil
    git-changelog@2.10.0=jinja2,packaging,platformdirs,semver,tomli,typing-extensions gitdb@4.0.12=smmap gitpython@3.2.1=gitdb
    glom@25.12.0=attrs,boltons,face google-api-core@2.44.0=google-auth,googleapis-common-protos,opentelemetry-api,proto-plus,protobuf,requests
    google-auth-httplib2@0.4.4=google-auth,httplib2 google-auth-oauthlib@1.5.0=google-auth,requests-oauthlib
    google-auth@2.62.2=cryptography,pyasn1-modules google-cloud-bigquery-datatransfer@3.24.0=google-api-core,google-auth,grpcio,proto-plus,protobuf
    google-cloud-bigquery-storage@2.43.0=google-api-core,google-auth,grpcio,proto-plus,protobuf
    google-cloud-bigquery@3.47.0=google-api-core,google-auth,google-cloud-core,google-resumable-media,packaging,python-dateutil,requests
    google-cloud-core@2.8.0=google-api-core,google-auth
    google-cloud-firestore@2.23.0=google-api-core,google-auth,google-cloud-core,proto-plus,protobuf
    google-cloud-monitoring@2.32.0=google-api-core,google-auth,grpcio,proto-plus,protobuf
    google-cloud-pubsub@2.38.0=google-api-core,google-auth,grpc-google-iam-v1,grpcio,grpcio-status,opentelemetry-api,opentelemetry-sdk,proto-plus,protobuf
    google-cloud-storage-control@1.17.0=google-api-core,google-auth,grpc-google-iam-v1,grpcio,proto-plus,protobuf
    google-cloud-storage-transfer@1.22.0=google-api-core,google-auth,grpcio,proto-plus,protobuf
    google-cloud-storage@3.17.1=google-api-core,google-auth,google-cloud-core,google-crc32c,google-resumable-media,requests
    google-resumable-media@2.11.0=google-crc32c googleapis-common-protos@1.76.0=protobuf graphene@2.1.9=aniso8601,graphql-core,graphql-relay,six
    graphql-core@2.3.2=promise,rx,six graphql-relay@2.0.1=graphql-core,promise,six griffe-typingdoc@0.3.2=griffelib,typing-extensions
    griffe-warnings-deprecated@1.1.2=griffelib griffe@2.4.1=griffecli,griffelib griffecli@2.4.1=colorama,griffelib
    grpc-google-iam-v1@0.14.4=googleapis-common-protos,grpcio,protobuf grpc-interceptor@0.15.4=grpcio grpcio-gcp@0.2.2=grpcio
    grpcio-status@1.71.2=googleapis-common-protos,grpcio,protobuf grpcio@1.85.1=typing-extensions gspread@6.2.1=google-auth,google-auth-oauthlib
    h2@4.4.1=hpack,hyperframe hatchling@1.33.0=packaging,pathspec,pluggy,tomli,tomlkit,trove-classifiers hishel@2.0.0=msgpack,typing-extensions
    hishel[httpx]@2.0.0=anyio,anysqlite,httpx httpbin@0.10.4=brotlicffi,decorator,flask,greenlet,six,werkzeug httpcore2@2.16.2=h11,truststore
    httpcore@1.0.9=certifi,h11 httplib2@0.32.1=pyparsing httpx2@2.16.2=anyio,httpcore2,idna,truststore,typing-extensions
    httpx@0.28.1=anyio,certifi,httpcore,idna httpx[socks]@0.28.1=socksio
    huggingface-hub@2.4.0=click,filelock,fsspec,hf-xet,httpx2,packaging,pyyaml,tomli,tqdm,typing-extensions hvac@2.4.0=requests
    hydra-core@1.3.8=antlr4-python3-runtime,omegaconf,packaging hyperlink@21.0.0=idna hypothesis@6.130.6=attrs,exceptiongroup,sortedcontainers
    icecream@2.2.0=asttokens,colorama,executing,pygments id@1.6.1=urllib3 igraph@1.0.0=texttable imageio@2.38.1=numpy,pillow
    imbalanced-learn@0.14.2=joblib,numpy,scikit-learn,scipy,sklearn-compat,threadpoolctl importlib-metadata@8.7.1=zipp
    incremental@24.11.0=packaging,tomli influxdb@5.3.2=msgpack,python-dateutil,pytz,requests,six
    inline-snapshot@0.36.1=asttokens,executing,pytest,rich,tomli,typing-extensions
    invocations@4.0.2=blessings,build,invoke,pip,releases,semantic-version,tabulate,tqdm,twine,wheel ipdb@0.13.13=decorator,ipython,tomli
    ipykernel@7.4.0=comm,debugpy,ipython,jupyter-client,jupyter-core,matplotlib-inline,nest-asyncio2,packaging,pyzmq,tornado,traitlets
    ipython-pygments-lexers@1.1.1=pygments
    ipython@9.18.1=ipython-pygments-lexers,jedi,matplotlib-inline,pexpect,prompt-toolkit,psutil,pygments,stack-data,traitlets,typing-extensions
    ipywidgets@8.1.9=comm,ipython,jupyterlab-widgets,traitlets,widgetsnbextension isoduration@20.11.0=arrow
    itemloaders@1.5.0=itemadapter,jmespath,parsel jaraco-classes@3.4.0=more-itertools jaraco-collections@5.2.1=jaraco-text
    jaraco-context@6.1.2=backports-tarfile jaraco-functools@4.6.0=more-itertools
    jaraco-text@4.3.0=jaraco-context,jaraco-functools,more-itertools,typer-slim jedi@0.20.1=parso jinja2-ansible-filters@1.3.2=jinja2,pyyaml
    jinja2@3.1.6=markupsafe joblib@1.6.0=cloudpickle joserfc@1.7.7=cryptography jplephem@2.24=numpy jsonschema-specifications@2025.9.1=referencing
    jsonschema@4.25.1=attrs,jsonschema-specifications,referencing,rpds-py jupyter-builder@1.3.0=jupyter-core,tomli,traitlets
    jupyter-client@8.10.0=jupyter-core,python-dateutil,pyzmq,tornado,traitlets,typing-extensions
    jupyter-console@6.6.3=ipykernel,ipython,jupyter-client,jupyter-core,prompt-toolkit,pygments,pyzmq,traitlets
    jupyter-core@5.9.1=platformdirs,traitlets
    jupyter-events@0.12.1=jsonschema,packaging,python-json-logger,pyyaml,referencing,rfc3339-validator,rfc3986-validator,traitlets
    jupyter-lsp@2.3.1=jupyter-server jupyter-server-terminals@0.5.4=terminado
    jupyter-server@2.21.1=anyio,argon2-cffi,jinja2,jupyter-client,jupyter-core,jupyter-events,jupyter-server-terminals,nbconvert,nbformat,overrides,packaging,prometheus-client,pyzmq,send2trash,terminado,tornado,traitlets,websocket-client
    jupyter@1.1.1=ipykernel,ipywidgets,jupyter-console,jupyterlab,nbconvert,notebook
    jupyterlab@4.6.6=async-lru,httpx,ipykernel,jinja2,jupyter-builder,jupyter-core,jupyter-lsp,jupyter-server,jupyterlab-server,notebook-shim,packaging,tomli,tornado,traitlets,typing-extensions
    jwcrypto@1.6.1=cryptography,typing-extensions
    keyring@25.7.0=importlib-metadata,jaraco-classes,jaraco-context,jaraco-functools,jeepney,secretstorage kombu@5.6.2=amqp,packaging,tzdata,vine
    kombu[gcpubsub]@5.7.0=google-cloud-monitoring,google-cloud-pubsub,grpcio,protobuf kombu[mongodb]@5.7.0=pymongo kombu[msgpack]@5.7.0=msgpack
    kombu[redis]@5.7.0=packaging,redis kombu[sqlalchemy]@5.7.0=sqlalchemy kombu[sqs]@5.7.0=boto3,pycurl,urllib3 kombu[yaml]@5.7.0=pyyaml
    laces@0.1.2=django lazy-loader@0.6=packaging lazy-model@0.2.0=pydantic ldap3@2.9.1=pyasn1 levenshtein@0.27.5=rapidfuzz libcst@1.9.0=pyyaml
    librt@0.17.0=mypy-extensions license-expression@30.4.4=boolean-py limits@5.8.0=deprecated,packaging,typing-extensions
    linkchecker@10.6.0=beautifulsoup4,dnspython,requests
    litellm@1.96.2=aiohttp,click,fastuuid,httpx,importlib-metadata,jinja2,jsonschema,openai,pydantic,pydantic-settings,python-dotenv,tiktoken,tokenizers
    litestar@2.25.0=anyio,click,exceptiongroup,httpx,litestar-htmx,msgspec,multidict,multipart,polyfactory,pyyaml,rich,rich-click,sniffio,typing-extensions
    livereload@2.7.1=tornado llm-echo@0.3a3=llm
    logfire@5.2.0=executing,opentelemetry-api,opentelemetry-exporter-otlp-proto-http,opentelemetry-instrumentation,opentelemetry-sdk,opentelemetry-semantic-conventions,protobuf,requests,rich,tomli,typing-extensions
    looker-sdk@26.22.0=attrs,cattrs,requests,typing-extensions magicgui@0.10.2=docstring-parser,psygnal,qtpy,superqt,typing-extensions
    mako@1.4.3=markupsafe markdown-callouts@0.4.0=markdown markdown-exec@1.12.6=markupsafe,pymdown-extensions
    markdown-exec[ansi]@1.12.6=pygments-ansi-color markdown-include-variants@0.0.8=markdown markdown-include@0.8.1=markdown markdown-it-py@4.3.0=mdurl
    markdownify@1.2.3=beautifulsoup4,six marko[toc]@2.2.4=python-slugify marshmallow-oneofschema@3.2.0=marshmallow
    marshmallow-sqlalchemy@0.28.2=marshmallow,packaging,sqlalchemy marshmallow@3.26.2=packaging matplotlib-inline@0.2.2=traitlets
    matplotlib@3.11.2=contourpy,cycler,fonttools,kiwisolver,numpy,packaging,pillow,pyparsing,python-dateutil maturin@1.14.1=tomli
    mcp-types@2.3.0=pydantic,typing-extensions
    mcp@1.29.0=anyio,httpx,httpx-sse,jsonschema,pydantic,pydantic-settings,pyjwt,python-multipart,sse-starlette,starlette,typing-extensions,typing-inspection,uvicorn
    mdformat-tables@1.0.0=mdformat,wcwidth mdformat@1.0.0=markdown-it-py,tomli mdit-py-plugins@0.7.0=markdown-it-py mdx-gh-links@0.3.1=markdown
    mdx-include@1.4.2=cyclic,markdown,rcslice measurement@3.2.2=sympy mediafile@0.17.0=filetype,mutagen memray@1.20.0=jinja2,rich,textual
    meshio@5.3.5=numpy,rich methodtools@0.4.7=wirerope micawber@0.6.2=beautifulsoup4,lxml mistune@3.4.0=typing-extensions
    mitmproxy-rs@0.12.15=mitmproxy-linux mkautodoc@0.2.0=markdown
    mkdocs-ansible@26.4.0=cairosvg,cffi,linkchecker,markdown-exec,markdown-include,mkdocs,mkdocs-gen-files,mkdocs-htmlproofer-plugin,mkdocs-macros-plugin,mkdocs-material,mkdocs-material-extensions,mkdocs-minify-plugin,mkdocstrings,mkdocstrings-python,pillow,pymdown-extensions
    mkdocs-autorefs@1.4.5=markdown,markupsafe,mkdocs mkdocs-click@0.8.1=click,markdown mkdocs-gen-files@0.6.1=mkdocs,properdocs
    mkdocs-get-deps@0.2.2=mergedeep,platformdirs,pyyaml mkdocs-git-revision-date-localized-plugin@1.6.3=babel,gitpython,mkdocs,packaging
    mkdocs-htmlproofer-plugin@1.6.0=beautifulsoup4,markdown,mkdocs,requests mkdocs-literate-nav@0.6.1=mkdocs
    mkdocs-llmstxt@0.5.1=beautifulsoup4,markdownify,mdformat,mdformat-tables
    mkdocs-macros-plugin@1.5.0=hjson,jinja2,mkdocs,packaging,pathspec,python-dateutil,pyyaml,requests,super-collections,termcolor
    mkdocs-material@9.6.15=babel,backrefs,colorama,jinja2,markdown,mkdocs,mkdocs-material-extensions,paginate,pygments,pymdown-extensions,requests
    mkdocs-minify-plugin@0.8.0=csscompressor,htmlmin2,jsmin,mkdocs mkdocs-redirects@1.2.1=mkdocs
    mkdocs@1.6.1=click,ghp-import,jinja2,markdown,markupsafe,mergedeep,mkdocs-get-deps,packaging,pathspec,pyyaml,pyyaml-env-tag,watchdog
    mkdocstrings-crystal@0.3.9=jinja2,markdown-callouts,markupsafe,mkdocs-autorefs,mkdocstrings
    mkdocstrings-python-legacy@0.2.7=mkdocs-autorefs,mkdocstrings,pytkdocs
    mkdocstrings-python@1.16.12=griffe,mkdocs-autorefs,mkdocstrings,typing-extensions
    mkdocstrings@1.0.8=jinja2,markdown,markupsafe,mkdocs,mkdocs-autorefs,pymdown-extensions mkdocstrings[python]@1.0.8=mkdocstrings-python
    modelsearch@1.3.2=django,django-tasks moto@5.2.0=boto3,botocore,cryptography,requests,responses,werkzeug,xmltodict
    moto[server]@5.2.0=antlr4-python3-runtime,aws-xray-sdk,cfn-lint,docker,flask,flask-cors,graphql-core,joserfc,jsonpath-ng,openapi-spec-validator,py-partiql-parser,pyparsing,pyyaml,setuptools
    motor@3.1.2=pymongo msal-extensions@1.3.1=msal msal@1.39.0=cryptography,pyjwt,requests
    msrest@0.7.1=azure-core,certifi,isodate,requests,requests-oauthlib msrestazure@0.6.4.post1=adal,msrest,six
    mypy-protobuf@5.1.0=protobuf,types-protobuf mypy@1.16.1=mypy-extensions,pathspec,tomli,typing-extensions
    myst-parser@5.2.0=docutils,jinja2,markdown-it-py,mdit-py-plugins,pyyaml,sphinx
    napari@0.9.2=app-model,cachey,certifi,dask,imageio,jsonschema,lazy-loader,magicgui,napari-console,napari-plugin-engine,napari-resources,napari-svg,npe2,numpy,pandas,pillow,pint,platformdirs,psutil,psygnal,pydantic,pydantic-extra-types,pydantic-settings,pygments,pyopengl,pyyaml,qtpy,scikit-image,scipy,superqt,tifffile,toolz,tqdm,typing-extensions,vispy,wrapt
    nbclient@0.11.0=jupyter-client,jupyter-core,nbformat,traitlets
    nbconvert@7.17.2=beautifulsoup4,bleach,defusedxml,jinja2,jupyter-core,jupyterlab-pygments,markupsafe,mistune,nbclient,nbformat,packaging,pandocfilters,pygments,traitlets
    nbconvert[docs]@7.17.2=intersphinx-registry,ipykernel,ipython,myst-parser,nbsphinx,pydata-sphinx-theme,sphinx,sphinxcontrib-spelling
    nbconvert[qtpdf]@7.17.2=pyqtwebengine nbconvert[qtpng]@7.17.2=pyqtwebengine nbconvert[serve]@7.17.2=tornado
    nbconvert[test]@7.17.2=flaky,ipykernel,ipywidgets,pytest nbconvert[webpdf]@7.17.2=playwright
    nbformat@5.11.1=fastjsonschema,jsonschema,jupyter-core,traitlets
    nilearn@0.14.1=jinja2,joblib,nibabel,numpy,packaging,pandas,requests,scikit-learn,scipy notebook-shim@0.2.4=jupyter-server
    notebook@7.6.5=jupyter-builder,jupyter-server,jupyterlab,jupyterlab-server,notebook-shim,tornado
    npe2@0.10.0=build,platformdirs,psygnal,pydantic,pydantic-extra-types,pyyaml,rich,tomli-w,typer numba@0.68.1=llvmlite,numpy
    numcodecs@0.16.6=numpy,typing-extensions numpydoc@1.11.0=sphinx,tomli obstore@0.12.1=typing-extensions
    odmantic@0.9.2=motor,pydantic,pymongo,typing-extensions omegaconf@2.3.1=antlr4-python3-runtime,pyyaml
    onnxruntime@1.32.0=flatbuffers,numpy,packaging,protobuf openai@3.54.0=anyio,httpx2,jiter,pydantic,sniffio,typing-extensions
    opencensus@0.11.4=google-api-core,opencensus-context,six opencv-contrib-python-headless@5.0.0.93=numpy opencv-contrib-python@5.0.0.93=numpy
    opencv-python-headless@5.0.0.93=numpy opencv-python@5.0.0.93=numpy openpyxl@3.1.5=et-xmlfile opensearch-protobufs@1.2.0=grpcio,protobuf
    opensearch-py@3.2.0=certifi,events,opensearch-protobufs,python-dateutil,requests,urllib3
    opentelemetry-api@1.37.0=importlib-metadata,typing-extensions opentelemetry-exporter-otlp-proto-common@1.37.0=opentelemetry-proto
    opentelemetry-exporter-otlp-proto-http@1.37.0=googleapis-common-protos,opentelemetry-api,opentelemetry-exporter-otlp-proto-common,opentelemetry-proto,opentelemetry-sdk,requests,typing-extensions
    opentelemetry-instrumentation-requests@0.58b0=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions,opentelemetry-util-http
    opentelemetry-instrumentation-threading@0.58b0=opentelemetry-api,opentelemetry-instrumentation,wrapt
    opentelemetry-instrumentation@0.58b0=opentelemetry-api,opentelemetry-semantic-conventions,packaging,wrapt opentelemetry-proto@1.37.0=protobuf
    opentelemetry-sdk@1.37.0=opentelemetry-api,opentelemetry-semantic-conventions,typing-extensions
    opentelemetry-semantic-conventions@0.66b2=opentelemetry-api,typing-extensions outcome@1.3.0.post0=attrs
    pallets-sphinx-themes@2.5.0=packaging,sphinx,sphinx-notfound-page
    pandas-gbq@0.35.3=db-dtypes,google-api-core,google-auth,google-auth-oauthlib,google-cloud-bigquery,numpy,packaging,pandas,psutil,pyarrow,pydata-google-auth,setuptools
    pandas@3.1.1=numpy,python-dateutil parsel@1.12.1=cssselect,jmespath,lxml,w3lib patsy@1.0.3=numpy,packaging pbr@7.1.3=setuptools
    pdfminer-six@20260107=charset-normalizer,cryptography pdoc@16.0.0=jinja2,markdown2,markupsafe,pygments pendulum@3.3.0=python-dateutil,tzdata
    pexpect@4.9.0=ptyprocess pillow-heif@1.8.1=pillow pipx@1.18.4=argcomplete,filelock,packaging,platformdirs,userpath playwright@1.65.2=greenlet
    plumbum@2.0.2=typing-extensions poethepoet@0.45.0=pastel,pyyaml,tomli
    poetry@2.5.1=build,cachecontrol,cleo,dulwich,fastjsonschema,findpython,installer,keyring,packaging,pbs-installer,pkginfo,platformdirs,poetry-core,pyproject-hooks,requests,requests-toolbelt,shellingham,tomli,tomlkit,trove-classifiers,virtualenv
    polyfactory[full]@3.3.0=attrs,beanie,msgspec,odmantic,pydantic,sqlalchemy pooch@1.9.0=packaging,platformdirs,requests portend@3.2.1=tempora
    pre-commit-uv@4.4.1=pre-commit,uv pre-commit@4.7.0=cfgv,identify,nodeenv,pyyaml,virtualenv preshed@3.0.15=cymem,murmurhash prices@1.1.1=babel
    prison@0.2.1=six progressbar2@4.6.0=python-utils promise@2.3=six prompt-toolkit@3.0.53=wcwidth
    properdocs@1.6.7=click,ghp-import,jinja2,markdown,markupsafe,packaging,pathspec,platformdirs,pyyaml,pyyaml-env-tag,watchdog
    proto-plus@1.29.0=protobuf psycopg@3.3.6=typing-extensions ptpython@3.0.32=appdirs,jedi,prompt-toolkit,pygments pwdlib@0.3.1=typing-extensions
    py-key-value-aio@0.5.0=beartype,typing-extensions pyasn1-modules@0.4.2=pyasn1 pyathena@4.2.1=boto3,botocore,fsspec,tenacity,tzdata
    pybars3@0.9.7=pymeta3 pycares@5.2.1=cffi
    pydantic-ai-slim@2.62.0=anyio,genai-prices,griffelib,httpx2,opentelemetry-api,pydantic,pydantic-graph,typing-inspection
    pydantic-ai@2.62.0=pydantic-ai-slim pydantic-core@2.50.4=typing-extensions
    pydantic-evals@2.62.0=anyio,logfire-api,pydantic,pydantic-ai-slim,pyyaml,rich pydantic-extra-types@2.11.1=pydantic,typing-extensions
    pydantic-graph@2.62.0=anyio,logfire-api,pydantic,typing-inspection
    pydantic-settings@2.16.3=pydantic,python-dotenv,typing-extensions,typing-inspection
    pydantic@2.14.3=annotated-types,pydantic-core,typing-extensions,typing-inspection pydantic[email]@2.14.4=email-validator
    pydata-google-auth@1.9.1=google-auth,google-auth-oauthlib,setuptools
    pydata-sphinx-theme@0.24.0=accessible-pygments,babel,beautifulsoup4,docutils,jinja2,pygments,requests,sphinx pydocstyle@6.3.0=snowballstemmer
    pydot@4.0.1=pyparsing pygithub@2.10.0=pyjwt,pynacl,requests,typing-extensions,urllib3 pygments-ansi-color@0.3.0=pygments
    pygments-csv-lexer@0.1.3=pygments pyinstaller-hooks-contrib@2026.6=packaging
    pyinstaller@6.22.0=altgraph,packaging,pyinstaller-hooks-contrib,setuptools pyjwt@2.13.0=typing-extensions
    pyjwt[crypto]@2.15.1=cryptography,typing-extensions pylast@7.2.0=httpx2 pymdown-extensions@10.21.3=markdown,pyyaml pymongo@4.18.3=dnspython
    pymupdf@2.0=networkx,numpy,onnxruntime,psutil,pymupdf-layout,pymupdf4llm,pyyaml,tabulate pynacl@1.6.2=cffi
    pynndescent@0.7.0=joblib,llvmlite,numba,scikit-learn,scipy pyopenssl@26.4.0=cryptography,typing-extensions pyproject-api@1.12.1=packaging
    pyright@1.1.407=nodeenv,typing-extensions pyro4@4.82=serpent pyspnego@0.12.4=cryptography pytest-aiohttp@1.1.1=aiohttp,pytest,pytest-asyncio
    pytest-asyncio@1.4.1.post1=backports-asyncio-runner,pytest,typing-extensions
    pytest-celery@1.3.0=celery,debugpy,docker,kombu,psutil,pytest-docker-tools,tenacity
    pytest-celery[all]@1.3.0=boto3,botocore,pycurl,python-memcached,redis,urllib3 pytest-click@1.1.0=click,pytest pytest-codspeed@5.0.4=pytest,rich
    pytest-console-scripts@1.4.1=pytest pytest-cov@6.3.0=coverage,pluggy,pytest pytest-datadir@1.9.0=pytest
    pytest-django-queries@1.2.0=beautifultable,click,colorama,django,jinja2,pytest pytest-django@4.12.0=pytest
    pytest-docker-tools@3.1.10=docker,pytest pytest-docker@3.2.6=attrs,pytest pytest-env@1.8.5=pytest,python-dotenv
    pytest-freezer@0.4.9=freezegun,pytest pytest-gitconfig@0.9.0=pytest pytest-github-actions-annotate-failures@0.4.2=pytest
    pytest-httpbin@2.1.0=httpbin pytest-httpserver@1.2.0=werkzeug pytest-httpx@0.36.2=httpx,pytest pytest-instafail@0.5.0=pytest
    pytest-jupyter@0.11.0=jupyter-core,pytest pytest-jupyter[server]@0.11.0=ipykernel,jupyter-client,jupyter-server,nbformat
    pytest-memray@1.11.0=memray,pytest pytest-mock@3.17.0=pytest pytest-order@1.4.0=pytest pytest-randomly@5.1.0=pytest
    pytest-recording@0.13.4=pytest,vcrpy pytest-regressions@2.11.0=pytest,pytest-datadir,pyyaml pytest-relaxed@2.0.2=decorator,pytest
    pytest-rerunfailures@16.7=packaging,pytest pytest-snapshot@0.9.0=pytest pytest-socket@0.8.1=pytest pytest-subtests@0.15.0=attrs,pytest
    pytest-sugar@1.1.1=pytest,termcolor pytest-timeout@2.4.0=pytest pytest-xdist@3.8.0=execnet,pytest pytest-xdist[psutil]@3.8.0=psutil
    pytest@8.4.1=exceptiongroup,iniconfig,packaging,pluggy,pygments,tomli python-can@4.6.1=packaging,typing-extensions,wrapt
    python-consul2@0.1.5=requests,six python-daemon@3.1.2=lockfile python-dateutil@2.9.0.post0=six python-discovery@1.9.5=filelock
    python-docx@1.2.0=lxml,typing-extensions python-engineio@4.15.1=simple-websocket python-etcd@0.4.5=dnspython,urllib3
    python-gitlab@8.6.0=requests,requests-toolbelt python-hcl2@8.1.4=lark,regex python-jose@3.5.0=ecdsa,pyasn1,rsa
    python-levenshtein@0.27.5=levenshtein python-nvd3@0.16.0=jinja2,python-slugify python-on-whales@0.81.0=pydantic,typing-extensions
    python-pptx@1.0.2=lxml,pillow,typing-extensions,xlsxwriter python-slugify@9.2.0=text-unidecode python-socketio@5.18.1=bidict,python-engineio
    python-telegram-bot@22.8=httpx python-ulid@4.1.0=typing-extensions python-utils@4.2.0=typing-extensions
    pywinrm@0.5.0=requests,requests-ntlm,xmltodict pyyaml-env-tag@1.1=pyyaml qtpy@2.4.3=packaging questionary@2.1.1=prompt-toolkit
    ray@2.60.0=click,filelock,jsonschema,msgpack,packaging,protobuf,pyyaml,requests re-assert@1.1.0=regex readme-renderer@46.0=docutils,nh3,pygments
    redis@5.3.1=async-timeout,pyjwt redshift-connector@2.2.0=beautifulsoup4,boto3,botocore,lxml,packaging,pytz,requests,scramp,setuptools
    referencing@0.37.0=attrs,rpds-py,typing-extensions releases@2.1.1=semantic-version,sphinx
    requests-cache@1.3.3=attrs,cattrs,platformdirs,requests,url-normalize,urllib3 requests-file@3.0.1=requests requests-futures@1.1.0=requests
    requests-hardened@1.3.0=requests requests-ntlm@1.3.0=cryptography,pyspnego,requests requests-oauthlib@2.0.0=oauthlib,requests
    requests-ratelimiter@0.10.0=pyrate-limiter,requests requests-toolbelt@1.0.0=requests requests@2.34.2=certifi,charset-normalizer,idna,urllib3
    requests[socks]@2.34.2=pysocks requirements-parser@0.13.1=packaging responses@0.26.3=pyyaml,requests,urllib3 restructuredtext-lint@2.0.2=docutils
    rfc3339-validator@0.1.4=six rfc3987-syntax@1.1.0=lark rich-argparse@1.8.0=rich rich-rst@2.2.0=pygments,rich
    rich-toolkit@0.20.6=click,rich,typing-extensions rich@15.0.0=markdown-it-py,pygments roman-numerals-py@4.1.0=roman-numerals
    rq-scheduler@0.14.0=crontab,freezegun,python-dateutil,rq rsa@4.9.1=pyasn1 s3transfer@0.19.3=botocore
    sagemaker-studio@1.0.27=boto3,botocore,packaging,psutil,python-dateutil,requests,setuptools,urllib3
    scikit-image@0.26.0=imageio,lazy-loader,networkx,numpy,packaging,pillow,scipy,tifffile
    scikit-learn@1.9.1=joblib,narwhals,numpy,scipy,threadpoolctl scipy@1.17.1=numpy scramp@1.4.18=asn1crypto seaborn@0.13.2=matplotlib,numpy,pandas
    secretstorage@3.5.0=cryptography,jeepney
    semgrep@1.173.0=attrs,boltons,click,click-option-group,colorama,exceptiongroup,glom,jsonschema,mcp,opentelemetry-api,opentelemetry-exporter-otlp-proto-http,opentelemetry-instrumentation-requests,opentelemetry-instrumentation-threading,opentelemetry-sdk,packaging,peewee,pyjwt,requests,rich,ruamel-yaml,ruamel-yaml-clib,semantic-version,tomli,typing-extensions,urllib3,wcmatch
    sendgrid@6.12.5=cryptography,python-http-client,werkzeug sentry-sdk@2.73.0=certifi,urllib3 service-identity@26.1.0=attrs,cryptography
    setuptools-scm@10.3.4=packaging,setuptools,tomli,typing-extensions,vcs-versioning setuptools-scm[toml]@10.3.4=tomli,typing-extensions
    simple-salesforce@1.12.10=more-itertools,pyjwt,requests,typing-extensions,zeep simple-websocket@1.1.0=wsproto sklearn-compat@0.1.6=scikit-learn
    skyfield@1.55=certifi,jplephem,numpy,sgp4 smart-open@9.0.2=wrapt smokeshow@0.5.0=httpx,typer soco@0.32.5=appdirs,ifaddr,lxml,requests,xmltodict
    speechrecognition@3.17.0=typing-extensions sphinx-autobuild@2025.8.25=colorama,sphinx,starlette,uvicorn,watchfiles,websockets
    sphinx-autodoc-typehints@3.5.2=sphinx sphinx-basic-ng@1.0.0b2=sphinx sphinx-celery@2.1.3=sphinx sphinx-click@6.1.0=click,docutils,sphinx
    sphinx-copybutton@0.5.2=sphinx sphinx-gallery@0.22.1=pillow,sphinx sphinx-inline-tabs@2025.12.21.14=sphinx sphinx-issues@5.0.0=sphinx
    sphinx-llm@1.1.0=markdown-it-py,sphinx,sphinx-markdown-builder sphinx-markdown-builder@0.6.11=docutils,sphinx,tabulate
    sphinx-mdinclude@0.6.2=docutils,mistune,pygments,sphinx sphinx-notfound-page@1.1.0=sphinx
    sphinx-rtd-theme@3.0.2=docutils,sphinx,sphinxcontrib-jquery sphinx-tabs@3.5.0=docutils,pygments,sphinx sphinx-testing@1.0.1=six,sphinx
    sphinx-version-warning@1.1.2=sphinx sphinx-wagtail-theme@6.6.0=sphinx-copybutton
    sphinx@9.0.4=alabaster,babel,docutils,imagesize,jinja2,packaging,pygments,requests,roman-numerals,snowballstemmer,sphinxcontrib-applehelp,sphinxcontrib-devhelp,sphinxcontrib-htmlhelp,sphinxcontrib-jsmath,sphinxcontrib-qthelp,sphinxcontrib-serializinghtml
    sphinxcontrib-github-alt@1.2=docutils,sphinx sphinxcontrib-httpdomain@2.2.1=sphinx sphinxcontrib-jquery@4.1=sphinx
    sphinxcontrib-log-cabinet@1.0.1=sphinx
    sphinxcontrib-openapi@0.10.0=deepmerge,jsonschema,picobox,pyyaml,sphinx,sphinx-mdinclude,sphinxcontrib-httpdomain
    sphinxcontrib-spelling@8.0.2=pyenchant,requests,sphinx sphinxcontrib-websupport@2.0.0=jinja2,sphinx,sphinxcontrib-serializinghtml
    sphinxemoji@0.3.2=sphinx sqlalchemy-bigquery@1.17.3=google-api-core,google-auth,google-cloud-bigquery,packaging,sqlalchemy
    sqlalchemy-jsonfield@1.0.3=sqlalchemy sqlalchemy-spanner@1.20.1=alembic,google-cloud-spanner,sqlalchemy sqlalchemy-utils@0.42.1=sqlalchemy
    sqlalchemy@2.1.9=typing-extensions sqlalchemy[asyncio]@2.1.9=greenlet
    sqlite-utils@4.2.1=click,click-default-group,pip,pluggy,python-dateutil,sqlite-fts4,tabulate sqlmodel@0.0.50=pydantic,sqlalchemy,typing-extensions
    srsly@2.5.6=catalogue sse-starlette@3.7.0=anyio,starlette sshtunnel@0.5.1=paramiko stack-data@0.6.3=asttokens,executing,pure-eval
    starlette@1.10.0=anyio,typing-extensions strawberry-graphql@0.341.2=cross-web,graphql-core,packaging,python-dateutil,typing-extensions
    stripe@3.5.0=requests super-collections@0.6.2=hjson superqt@0.9.0=pygments,qtpy,typing-extensions sympy@1.14.0=mpmath syrupy@7.0.2=pytest
    tempora@5.13.0=jaraco-collections,jaraco-context,jaraco-functools,python-dateutil,typing-extensions terminado@0.18.1=ptyprocess,tornado
    testfixtures@12.4.0=typing-extensions textual@8.2.8=markdown-it-py,mdit-py-plugins,platformdirs,pygments,rich,typing-extensions
    thinc@9.1.1=blis,catalogue,confection,cymem,murmurhash,numpy,packaging,preshed,pydantic,setuptools,srsly,wasabi tifffile@2026.3.3=numpy
    tiktoken@0.14.0=regex,requests tinycss2@1.5.1=webencodings tinyhtml5@2.1.0=webencodings tldextract@5.4.0=filelock,idna,requests,requests-file
    tokenizers@0.23.3=huggingface-hub towncrier@26.9.0=click,jinja2,tomli tox-extra@2.2.0=bindep,gitpython,packaging,tox,tox-uv
    tox-pdm@0.7.2=tomli,tox tox-uv-bare@1.35.2=packaging,tomli,tox tox-uv@1.35.2=tox-uv-bare,uv
    tox@4.55.1=cachetools,colorama,filelock,packaging,platformdirs,pluggy,pyproject-api,python-discovery,tomli,tomli-w,typing-extensions,virtualenv
    trino@0.340.0=lz4,orjson,python-dateutil,pytz,requests,tzlocal,zstandard
    trio-typing@0.10.0=async-generator,importlib-metadata,mypy-extensions,packaging,trio,typing-extensions
    trio-websocket@0.12.2=exceptiongroup,outcome,trio,wsproto trio@0.30.0=attrs,exceptiongroup,idna,outcome,sniffio,sortedcontainers
    trustme@1.2.1=cryptography,idna twine@6.1.0=id,keyring,packaging,readme-renderer,requests,requests-toolbelt,rfc3986,rich,urllib3
    twisted@26.10.0=attrs,automat,constantly,hyperlink,incremental,typing-extensions,zope-interface type-lens@0.2.6=typing-extensions
    typeguard@4.6.1=typing-extensions typer-slim@0.24.0=typer typer@0.29.2=annotated-doc,pydantic,rich,shellingham
    types-cffi@2.1.0.20260827=types-setuptools types-jsonschema@4.26.0.20261006=referencing types-jwt@0.1.3=types-cryptography
    types-pyopenssl@24.1.0.20240722=cryptography,types-cffi types-redis@4.6.0.20241004=cryptography,types-pyopenssl
    types-requests@2.33.0.20261030=urllib3 typing-inspection@0.4.5=typing-extensions umap-learn@0.5.12=numba,numpy,pynndescent,scikit-learn,scipy,tqdm
    unearth@0.19.0=httpx2,packaging universal-pathlib@0.3.10=fsspec,pathlib-abc urwid@4.0.9=typing-extensions,wcwidth userpath@1.9.2=click
    uvicorn@0.54.0=click,h11,typing-extensions uvicorn[standard]@0.54.0=httptools,python-dotenv,pyyaml,typing-extensions,uvloop,watchfiles,websockets
    valkey@6.2.0=async-timeout vcrpy@8.5.0=pyyaml,wrapt vcs-versioning@2.6.0=packaging,tomli,typing-extensions versioningit@3.3.0=packaging,tomli
    virtualenv@21.15.8=distlib,filelock,packaging,platformdirs,python-discovery,typing-extensions
    vispy@0.17.0=freetype-py,hsluv,kiwisolver,numpy,packaging watchfiles@1.3.0=anyio watchtower@3.4.0=boto3 wcmatch@8.5.2=bracex
    weasel@1.0.1=click,cloudpathlib,confection,httpx,packaging,pydantic,smart-open,srsly,typer,wasabi webargs@8.7.1=marshmallow,packaging
    werkzeug@3.1.9=markupsafe wheel@0.48.0=packaging willow@1.12.0=defusedxml,filetype willow[heif]@1.12.0=pillow-heif wirerope@1.0.0=six
    wsproto@1.3.2=h11 wtforms@3.3.2=markupsafe yamllint@1.38.0=pathspec,pyyaml yarl@1.25.1=idna,multidict,propcache
    yore@0.4.7=cappa,humanize,packaging zc-lockfile@4.0=setuptools zeep@4.3.3=attrs,isodate,lxml,platformdirs,requests,requests-file,requests-toolbelt
    zensical@0.0.73=click,deepmerge,jinja2,markdown,pathspec,pygments,pymdown-extensions,pyyaml,tomli
  `;

/** What each distribution brings. */
export const verifiedBrings: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split(/\s+/)
    .map((row) => {
      const [, name = "", names = ""] = /^([^@]+)@[^=]+=(.*)$/.exec(row) ?? [];
      return [name, names.split(",")] as const;
    }),
);
