// Vendors whose one key is a secret, as people name a setting after them. No words of everyday language, and none whose key every page shows.

/** In small letters. */
export const vendors: ReadonlySet<string> = new Set(
  `
stripe twilio sendgrid mailgun mailchimp mandrill postmark sparkpost openai anthropic cohere mistral github gitlab slack cloudflare datadog pusher
fcm gcm aws azure s3 openweather giphy newsapi alchemy infura etherscan binance coinbase plaid square shippo lob nexmo vonage messagebird rapidapi
hubspot intercom zendesk bugsnag rollbar honeybadger airbrake newrelic dropbox yelp tmdb omdb spotify twitter facebook instagram linkedin telegram
discord trello notion airtable figma sonar snyk npm nuget pypi cargo rubygems

mixpanel loggly papertrail sumologic logzio sematext keenio metabase freshdesk freshworks freshservice helpscout gorgias chargebee recurly braintree
paypal adyen mollie worldpay gocardless razorpay paystack flutterwave coinmarketcap coingecko bitfinex bitmex bitstamp kucoin poloniex bittrex deribit
blockchair blockcypher moralis quicknode ipinfo ipstack ipdata ipgeolocation abuseipdb virustotal shodan censys urlscan clearbit fullcontact zoominfo
pipedrive salesflare insightly capsulecrm clickup todoist smartsheet jotform typeform surveymonkey formstack docusign pandadoc hellosign signnow
meilisearch typesense contentful storyblok graphcms hygraph datocms webflow netlify vercel heroku digitalocean linode vultr hetzner scaleway upcloud
fastly bunnycdn keycdn cloudinary imagekit uploadcare filestack transloadit bannerbear opencage geoapify positionstack locationiq openrouteservice
graphhopper weatherapi weatherbit weatherstack accuweather visualcrossing aviationstack flightaware scrapingbee scraperapi scrapestack zenrows parsehub
diffbot phantombuster browserless serpapi serpstack newscatcher mediastack currentsapi marketstack currencylayer alphavantage finnhub tiingo quandl
intrinio twelvedata iexcloud onesignal pushwoosh pushbullet clevertap moengage klaviyo convertkit mailerlite sendinblue mailjet mailtrap elasticemail
sendpulse activecampaign aweber getresponse bulksms clicksend telnyx textmagic messente infobip ringcentral dialpad aircall userflow userpilot logrocket
smartlook mouseflow statuspage statuscake pingdom uptimerobot betteruptime opsgenie pagerduty victorops dynatrace instana appdynamics lightstep raygun
trackjs launchdarkly optimizely configcat flagsmith growthbook circleci travisci buildkite codeship bitrise appveyor codecov coveralls codacy
codeclimate deepsource sonarcloud sonarqube browserstack saucelabs lambdatest applitools huggingface assemblyai deepgram elevenlabs speechmatics
clarifai cloudsight imagga nanonets mindee monkeylearn wolframalpha lokalise crowdin transifex poeditor weglot shutterstock unsplash pexels pixabay
musixmatch discogs strava fitbit edamam spoonacular nutritionix foursquare zomato ticketmaster eventbrite seatgeek calendly clockify timecamp everhour
hubstaff freshbooks quickbooks taxjar shipstation easypost shipengine aftership sendcloud bamboohr onelogin jumpcloud stytch fusionauth frontegg
akeyless tailscale zerotier upstash planetscale databricks fivetran confluent cloudamqp pubnub sendbird cometchat cloudmersive autopilothq api2cart
myintervals storychief paperform nozbe uclassify vbout railway transferwise clickhelp cashboard avaza aiven pdfshift kickbox thingsboard openweathermap
pyowm aftership brandfetch apilayer ambee besttime bitly rebrandly cutly
`
    .trim()
    .split(/\s+/),
);
