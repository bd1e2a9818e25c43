using System.Security.Cryptography;
using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Encryption;
using Cybernetes.ApiServer.Encryption.Ciphers;
using Cybernetes.ApiServer.Encryption.KmsDev;
using Cybernetes.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.ApiServer.Tests.Encryption;

public sealed class EncryptionTests : IDisposable
{
    private static readonly StoreKey _key = "/registry/secrets/default/a";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("encryption");

    [Theory]
    [InlineData("aescbc", 32)]
    [InlineData("aesgcm", 16)]
    [InlineData("secretbox", 32)]
    public async Task AValueIsSealedUnderItsPrefixAndOpenedAgain(string provider, int size)
    {
        using var encryption = Load(Config("secrets", $"{provider}: {{keys: [{{name: key1, secret: {Secret(size)}}}]}}", "identity: {}"));
        var transformer = encryption.For(new GroupResource("", "secrets"));
        var stored = await transformer.ToStorageAsync(_key, "hello"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.StartsWith($"k8s:enc:{provider}:v1:key1:", Encoding.Latin1.GetString(stored.Span));
        var opened = await transformer.FromStorageAsync(_key, stored, TestContext.Current.CancellationToken);
        Assert.Equal(("hello", false), (Encoding.UTF8.GetString(opened.Value.Span), opened.IsStale));
        var plain = await transformer.FromStorageAsync(_key, "old"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(("old", true), (Encoding.UTF8.GetString(plain.Value.Span), plain.IsStale));
        stored.ToArray().CopyTo(MemoryOf(stored));
        MemoryOf(stored)[^1] ^= 1;
        if (provider != "aescbc")
        {
            await Assert.ThrowsAsync<CryptographicException>(async () => await transformer.FromStorageAsync(_key, stored, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void SecretboxIsNaCls()
    {
        // The test vector of NaCl's own tests/secretbox.c (Bernstein, "Cryptography in NaCl", section 10).
        var key = Convert.FromHexString("1b27556473e985d462cd51197a9a46c76009549eac6474f206c4ee0844f68389");
        var nonce = Convert.FromHexString("69696ee955b62b73cd62bda875fc73d68219e0036b7a0b37");
        var message = Convert.FromHexString("be075fc53c81f2d5cf141316ebeb0c7b5228c52a4c62cbd44b66849b64244ffce5ecbaaf33bd751a1ac728d45e6c61296cdc3c01233561f41db66cce314adb310e3be8250c46f06dceea3a7fa1348057e2f6556ad6b1318a024a838f21af1fde048977eb48f59ffd4924ca1c60902e52f0a089bc76897040e082f937763848645e0705");
        var (tag, text) = (new byte[16], new byte[message.Length]);
        SecretboxCipher.Seal(key, nonce, message, tag, text);
        Assert.Equal("f3ffc7703f9400e52a7dfb4b3d3305d9", Convert.ToHexStringLower(tag));
        Assert.StartsWith("8e993b9f48681273c29650ba32fc76ce48332ea7164d96a4476fb8c531a1186a", Convert.ToHexStringLower(text));
    }

    [Fact]
    public async Task TheFirstKeyWritesAllReadAndTheFileIsFollowed()
    {
        var (one, two) = (Secret(32), Secret(32));
        using var encryption = Load(Config("secrets", $"aesgcm: {{keys: [{{name: one, secret: {one}}}]}}"));
        var transformer = encryption.For(new GroupResource("", "secrets"));
        var stored = await transformer.ToStorageAsync(_key, "x"u8.ToArray(), TestContext.Current.CancellationToken);
        File.WriteAllText(Path.Combine(_folder.FullName, "config.yaml"), Config("secrets", $"aesgcm: {{keys: [{{name: two, secret: {two}}}, {{name: one, secret: {one}}}]}}"));
        encryption.Reload();
        Assert.True((await transformer.FromStorageAsync(_key, stored, TestContext.Current.CancellationToken)).IsStale);
        Assert.StartsWith("k8s:enc:aesgcm:v1:two:", Encoding.Latin1.GetString((await transformer.ToStorageAsync(_key, "x"u8.ToArray(), TestContext.Current.CancellationToken)).Span));
        File.WriteAllText(Path.Combine(_folder.FullName, "config.yaml"), "broken");
        encryption.Reload();
        Assert.False((await transformer.FromStorageAsync(_key, await transformer.ToStorageAsync(_key, "x"u8.ToArray(), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)).IsStale);
    }

    [Theory]
    [InlineData("secrets", "", "secrets", true)]
    [InlineData("*.apps", "apps", "deployments", true)]
    [InlineData("*.", "", "configmaps", true)]
    [InlineData("*.", "apps", "deployments", false)]
    [InlineData("*.*", "example.com", "things", true)]
    [InlineData("secrets", "", "configmaps", false)]
    public async Task ResourcesAreNamedOrMatched(string pattern, string group, string resource, bool sealedThen)
    {
        using var encryption = Load(Config($"'{pattern}'", $"secretbox: {{keys: [{{name: k, secret: {Secret(32)}}}]}}"));
        var stored = await encryption.For(new GroupResource(group, resource)).ToStorageAsync(_key, "x"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(sealedThen, stored.Span.StartsWith("k8s:enc:"u8));
    }

    [Theory]
    [InlineData("v1", "unix:///PATH")]
    [InlineData("v2", "unix:///PATH")]
    [InlineData("v2", "unix:///@ABSTRACT")]
    public async Task AKmsPluginSealsAndItsRotationMakesValuesStale(string version, string endpoint)
    {
        endpoint = endpoint.Replace("/PATH", Path.Combine(_folder.FullName, "kms.sock"), StringComparison.Ordinal)
            .Replace("ABSTRACT", "c8s-test-" + Guid.NewGuid().ToString("N"), StringComparison.Ordinal);
        var keys = Path.Combine(_folder.FullName, "keys");
        await using var plugin = await KmsDevServer.StartAsync(endpoint, keys, TestContext.Current.CancellationToken);
        var time = new ManualTime(DateTimeOffset.UnixEpoch);
        using var encryption = Load(Config("secrets", $"kms: {{apiVersion: {version}, name: dev, endpoint: '{endpoint}'}}"), time);
        var transformer = encryption.For(new GroupResource("", "secrets"));
        var stored = await transformer.ToStorageAsync(_key, "hello"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.StartsWith($"k8s:enc:kms:{version}:dev:", Encoding.Latin1.GetString(stored.Span));
        // Another server, with nothing remembered, asks the plugin.
        using var second = Load(Config("secrets", $"kms: {{apiVersion: {version}, name: dev, endpoint: '{endpoint}'}}"), time);
        var opened = await second.For(new GroupResource("", "secrets")).FromStorageAsync(_key, stored, TestContext.Current.CancellationToken);
        Assert.Equal("hello", Encoding.UTF8.GetString(opened.Value.Span));
        Assert.Null(await encryption.Health.Check(TestContext.Current.CancellationToken));
        if (version == "v2")
        {
            File.WriteAllText(keys, $"key2 {Secret(32)}\n{File.ReadAllText(keys)}");
            time.Advance(TimeSpan.FromMinutes(2));
            await transformer.ToStorageAsync(_key, "new"u8.ToArray(), TestContext.Current.CancellationToken);
            Assert.True((await transformer.FromStorageAsync(_key, stored, TestContext.Current.CancellationToken)).IsStale);
        }
    }

    [Theory]
    [InlineData("kind: Foo", "got unexpected config type: Foo")]
    [InlineData("kind: EncryptionConfiguration", "resources: Required value: encryption configuration requires at least one resource")]
    [InlineData("kind: EncryptionConfiguration\nresources: [{resources: [secrets], providers: [{aescbc: {keys: [{name: a, secret: 'eHg='}]}}]}]",
        "resources[0].providers[0].aescbc.keys[0].secret: Invalid value: \"REDACTED\": secret is not of the expected length, got 2, expected one of [16 24 32]")]
    public void AWrongFileIsRefusedWithItsPlace(string yaml, string expected) => Assert.Equal(expected, Assert.Throws<FormatException>(() => Load(yaml)).Message);

    public void Dispose() => _folder.Delete(recursive: true);

    private static Span<byte> MemoryOf(ReadOnlyMemory<byte> memory) => System.Runtime.InteropServices.MemoryMarshal.AsMemory(memory).Span;

    private EncryptionAtRest Load(string yaml, TimeProvider? time = null)
    {
        var path = Path.Combine(_folder.FullName, "config.yaml");
        File.WriteAllText(path, yaml);
        return EncryptionAtRest.Load(path, reload: false, time ?? TimeProvider.System, NullLogger.Instance);
    }

    private static string Config(string resource, params string[] providers) =>
        $"apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources:\n- resources: [{resource}]\n  providers:\n{string.Concat(providers.Select(p => $"  - {p}\n"))}";

    private static string Secret(int size) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(size));
}
