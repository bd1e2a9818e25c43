using Cybernetes.Api.ApiServerConfigV1;

namespace Cybernetes.ApiServer.Encryption.Kms;

/// <summary>Makes the provider a configuration asks for.</summary>
internal static class KmsProviders
{
    private const int DefaultCacheSize = 1000;
    private static readonly TimeSpan _defaultTimeout = TimeSpan.FromSeconds(3);

    public static IEncryptionProvider Make(KMSConfiguration configuration, TimeProvider time)
    {
        var client = new GrpcUnaryClient(configuration.Endpoint, configuration.Timeout is { } timeout ? timeout.Span : _defaultTimeout);
        return configuration.ApiVersion == "v2"
            ? new KmsV2Provider(configuration.Name, client, time)
            : new KmsV1Provider(configuration.Name, client, configuration.Cachesize ?? DefaultCacheSize);
    }
}
