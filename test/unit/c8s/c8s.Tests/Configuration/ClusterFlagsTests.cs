using Cybernetes.Configuration;

namespace Cybernetes.Tests.Configuration;

public sealed class ClusterFlagsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void AFlagWinsOverTheFileAndTheFileOverTheDefault()
    {
        File.WriteAllText(_file, "node-name: from-file\napi-port: 7443\nsecrets-encryption: false\n");
        var options = Read("--config", _file, "--api-port", "8443").Options!;
        Assert.Equal(("from-file", 8443, 10250, false), (options.NodeName, options.ApiPort, options.KubeletPort, options.SecretsEncryption));
    }

    [Fact]
    public void AnUnknownKeyIsNamedWithThoseThatAreKnown()
    {
        File.WriteAllText(_file, "apiport: 7443\n");
        Assert.Contains("unknown key \"apiport\"; the keys are: data-dir,", Read("--config", _file).Errors);
    }

    [Theory]
    [InlineData("--node-ip", "127.0.0.1", "is not an address that other machines can reach")]
    [InlineData("--cluster-cidr", "10.244.0.0", "is not a network")]
    [InlineData("--cluster-dns", "192.168.0.1", "is not an address of the Service range")]
    public void WhatCannotWorkIsRefused(string flag, string value, string message) =>
        Assert.Contains(message, Read("--config", _file, flag, value).Errors);

    public void Dispose() => File.Delete(_file);

    private static (ClusterOptions? Options, string Errors) Read(params string[] args)
    {
        var errors = new StringWriter();
        return (new ClusterFlags("c8s up").Read(args, "", TextWriter.Null, errors).Options, errors.ToString());
    }
}
