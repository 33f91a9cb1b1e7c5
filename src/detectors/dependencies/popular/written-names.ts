/**
 * Well-known packages of ecosystems whose registries publish no list of downloads that could be shipped: written by hand
 * from what their communities use most.
 */
export const writtenNames = {
  golang: `github.com/gin-gonic/gin github.com/sirupsen/logrus github.com/stretchr/testify github.com/spf13/cobra
    github.com/spf13/viper github.com/spf13/pflag github.com/pkg/errors github.com/gorilla/mux github.com/gorilla/websocket
    github.com/golang/protobuf github.com/google/uuid github.com/google/go-cmp github.com/go-redis/redis
    github.com/redis/go-redis github.com/lib/pq github.com/jackc/pgx github.com/go-sql-driver/mysql github.com/mattn/go-sqlite3
    github.com/prometheus/client_golang github.com/aws/aws-sdk-go github.com/aws/aws-sdk-go-v2 github.com/hashicorp/vault
    github.com/hashicorp/terraform github.com/labstack/echo github.com/gofiber/fiber github.com/go-chi/chi
    github.com/golang-jwt/jwt github.com/dgrijalva/jwt-go github.com/fsnotify/fsnotify github.com/urfave/cli
    github.com/davecgh/go-spew github.com/pelletier/go-toml github.com/mitchellh/mapstructure github.com/rs/zerolog
    github.com/json-iterator/go github.com/valyala/fasthttp github.com/shirou/gopsutil github.com/fatih/color
    github.com/cespare/xxhash github.com/klauspost/compress github.com/docker/docker github.com/containerd/containerd
    github.com/kubernetes/client-go github.com/boltdb/bolt github.com/etcd-io/bbolt github.com/nats-io/nats.go
    github.com/segmentio/kafka-go github.com/minio/minio-go github.com/go-playground/validator github.com/jmoiron/sqlx
    github.com/joho/godotenv github.com/robfig/cron github.com/yuin/goldmark github.com/tidwall/gjson
    google.golang.org/grpc google.golang.org/protobuf gopkg.in/yaml.v2 gopkg.in/yaml.v3 go.uber.org/zap go.mongodb.org/mongo-driver
    gorm.io/gorm k8s.io/client-go k8s.io/api k8s.io/apimachinery golang.org/x/crypto golang.org/x/net golang.org/x/sys golang.org/x/text`,
  cargo: `serde serde_json serde_derive tokio rand libc regex syn quote proc-macro2 clap log anyhow thiserror lazy_static
    once_cell futures hyper reqwest itertools chrono bytes tracing tracing-subscriber async-trait hashbrown indexmap num-traits
    bitflags crossbeam rayon parking_lot axum actix-web tower url uuid base64 sha2 hmac rustls openssl ring tempfile walkdir
    env_logger toml semver time diesel sqlx sea-orm rocket warp tonic prost wasm-bindgen web-sys js-sys nom memchr smallvec
    ahash either dirs colored crossterm ratatui criterion proptest mockall config dotenv dotenvy structopt byteorder flate2
    image rustc-serialize mio socket2 winapi windows-sys aes cipher digest zeroize rusqlite redis mongodb`,
  gem: `rails rake bundler rack puma sinatra activerecord activesupport actionpack railties nokogiri json minitest rspec
    rspec-core rspec-rails devise sidekiq redis pg mysql2 sqlite3 thor i18n tzinfo mime-types faraday httparty rest-client
    capybara selenium-webdriver factory_bot factory_bot_rails faker rubocop rubocop-rails pry byebug dotenv dotenv-rails
    omniauth oauth2 jwt bcrypt kaminari will_paginate carrierwave paperclip aws-sdk aws-sdk-s3 fastlane cocoapods jekyll
    webpacker turbolinks turbo-rails stimulus-rails sass-rails uglifier bootsnap listen spring webmock vcr simplecov brakeman
    pundit cancancan resque delayed_job whenever unicorn thin grape graphql mongoid elasticsearch stripe twilio-ruby sentry-ruby`,
  maven: `org.springframework:spring-core org.springframework:spring-web org.springframework:spring-webmvc
    org.springframework:spring-context org.springframework.boot:spring-boot-starter
    org.springframework.boot:spring-boot-starter-web org.springframework.boot:spring-boot-starter-test
    org.springframework.boot:spring-boot-starter-data-jpa org.springframework.boot:spring-boot-starter-security
    com.fasterxml.jackson.core:jackson-databind com.fasterxml.jackson.core:jackson-core com.google.guava:guava
    com.google.code.gson:gson org.apache.commons:commons-lang3 org.apache.commons:commons-text commons-io:commons-io
    commons-codec:commons-codec org.slf4j:slf4j-api ch.qos.logback:logback-classic org.apache.logging.log4j:log4j-core
    org.apache.logging.log4j:log4j-api junit:junit org.junit.jupiter:junit-jupiter org.junit.jupiter:junit-jupiter-api
    org.mockito:mockito-core org.assertj:assertj-core org.projectlombok:lombok org.hibernate:hibernate-core mysql:mysql-connector-java
    org.postgresql:postgresql com.h2database:h2 com.zaxxer:HikariCP org.apache.httpcomponents:httpclient
    com.squareup.okhttp3:okhttp com.squareup.retrofit2:retrofit io.netty:netty-all org.apache.kafka:kafka-clients
    redis.clients:jedis org.yaml:snakeyaml org.mybatis:mybatis com.amazonaws:aws-java-sdk-s3 software.amazon.awssdk:s3
    io.jsonwebtoken:jjwt org.mapstruct:mapstruct org.jsoup:jsoup javax.servlet:javax.servlet-api jakarta.servlet:jakarta.servlet-api`,
} as const;
