using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubelet.Certificates;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Pki;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Kubelet.Tests;

public sealed class ClientCertificateTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();
    private readonly FakeControlPlane _api = new(TimeProvider.System);

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task WhatTheSignerIssuesIsKeptWithItsKeyUnderTheCurrentName()
    {
        var authority = CertificateAuthority.Create("ca", TimeProvider.System);
        var certificate = new ClientCertificate(_directory.FullName, "here", TimeProvider.System, NullLogger.Instance);

        var asking = certificate.RequestAsync(_api, TestContext.Current.CancellationToken);
        var request = _api.List<CertificateSigningRequest>("").Single();
        _api.Change<CertificateSigningRequest>("", request.Metadata.Name, r => r with { Status = new() { Certificate = Bytes.FromText(authority.Issue(new("system:node:here")).CertificatePem) } });
        await asking;

        Assert.Equal("kubernetes.io/kube-apiserver-client-kubelet", request.Spec.SignerName);
        var subject = SigningRequest.FromPem(System.Text.Encoding.UTF8.GetString(request.Spec.Request.Span)).Subject;
        Assert.Equal(("system:node:here", "system:nodes"), (subject.CommonName, subject.Organizations.Single()));
        Assert.Equal("CN=system:node:here", certificate.Current()!.Subject);
        Assert.Contains("PRIVATE KEY", File.ReadAllText(certificate.CurrentPath), StringComparison.Ordinal);
        Assert.NotNull(File.ResolveLinkTarget(certificate.CurrentPath, returnFinalTarget: false));
    }

    [Fact]
    public async Task ADeniedRequestEndsWithTheReason()
    {
        var certificate = new ClientCertificate(_directory.FullName, "here", TimeProvider.System, NullLogger.Instance);
        var asking = certificate.RequestAsync(_api, TestContext.Current.CancellationToken);
        var request = _api.List<CertificateSigningRequest>("").Single();
        _api.Change<CertificateSigningRequest>("", request.Metadata.Name, r => r with { Status = new() { Conditions = [new() { Type = "Denied", Status = "True", Reason = "No", Message = "not you" }] } });

        var error = await Assert.ThrowsAsync<ControlPlaneException>(() => asking);

        Assert.Equal($"certificate signing request {request.Metadata.Name} is denied, reason: No, message: not you", error.Message);
    }
}
