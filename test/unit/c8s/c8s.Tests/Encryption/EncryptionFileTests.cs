using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Encryption;
using Cybernetes.Encryption;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Tests.Encryption;

public sealed class EncryptionFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("c8s-encryption");

    private string Path => System.IO.Path.Combine(_folder.FullName, "encryption.yaml");

    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, 3)]
    [InlineData(false, 2)]
    public void WhatIsWrittenIsReadBack(bool enabled, int keys)
    {
        var file = new EncryptionFile(enabled, [.. Enumerable.Range(0, keys).Select(i => EncryptionFile.NewKey(TimeProvider.System) with { Name = $"key-{i}" })]);
        file.WriteTo(Path);
        var read = EncryptionFile.Read(Path)!;
        Assert.Equal(enabled, read.Enabled);
        Assert.Equal(file.Keys, read.Keys);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Fact]
    public void AFileThatAHandHasChangedIsLeftAlone()
    {
        File.WriteAllText(Path, "kind: EncryptionConfiguration\nresources:\n- resources: [secrets, configmaps]\n  providers:\n  - aescbc: {keys: [{name: a, secret: b}]}\n  - identity: {}\n");
        Assert.Null(EncryptionFile.Read(Path));
    }

    [Fact]
    public async Task TheServerSealsAsTheFileSaysAndTheKeeperSeesIt()
    {
        var stop = TestContext.Current.CancellationToken;
        var old = new EncryptionFile(true, [EncryptionFile.NewKey(TimeProvider.System) with { Name = "old" }]);
        old.WriteTo(Path);
        using var server = EncryptionAtRest.Load(Path, false, TimeProvider.System, NullLogger.Instance);
        var transformer = server.For(new GroupResource("", "secrets"));
        var bySecret = (await transformer.ToStorageAsync("/registry/secrets/default/a", "k8s"u8.ToArray(), stop)).ToArray();
        Assert.True(EncryptionKeeper.IsAsWanted(bySecret, old));

        var rotated = new EncryptionFile(true, [EncryptionFile.NewKey(TimeProvider.System), .. old.Keys]);
        Assert.False(EncryptionKeeper.IsAsWanted(bySecret, rotated));
        Assert.False(EncryptionKeeper.IsAsWanted(bySecret, rotated with { Enabled = false }));
        Assert.True(EncryptionKeeper.IsAsWanted("k8s\0plain"u8, rotated with { Enabled = false }));
        rotated.WriteTo(Path);
        server.Reload();
        var opened = await transformer.FromStorageAsync("/registry/secrets/default/a", bySecret, stop);
        Assert.Equal(("k8s", true), (Encoding.UTF8.GetString(opened.Value.Span), opened.IsStale));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
