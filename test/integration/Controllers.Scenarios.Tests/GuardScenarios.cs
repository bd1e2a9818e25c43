using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.PolicyV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Pki;

namespace Cybernetes.Controllers.Scenarios.Tests;

/// <summary>What holds workloads back, and what vouches for them: quotas, budgets, certificates, tokens.</summary>
public sealed class GuardScenarios
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ValueMap<string> Labels => ValueMap.Of(("app", "web"));

    private static ReplicaSet Web(int replicas) => new()
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
        Spec = new ReplicaSetSpec
        {
            Replicas = replicas,
            Selector = new LabelSelector { MatchLabels = Labels },
            Template = new PodTemplateSpec
            {
                Metadata = new ObjectMeta { Labels = Labels },
                Spec = new PodSpec { Containers = [new Container { Name = "c", Image = "web:1" }] },
            },
        },
    };

    [Fact]
    public async Task AQuotaHoldsPodsBackAndCountsThoseThatGo()
    {
        await using var plane = await ControlPlane.StartAsync(Token);
        var client = plane.Client;
        var quota = new ResourceQuota
        {
            Metadata = new ObjectMeta { Name = "few", Namespace = "default" },
            Spec = new ResourceQuotaSpec { Hard = ValueMap.Of(("pods", Quantity.Parse("1"))) },
        };
        (await client.CreateAsync(quota, cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<ResourceQuota>("default", "few", q => q?.Status.Hard == q?.Spec.Hard, 30);
        (await client.CreateAsync(Web(2), cancellationToken: Token)).OrThrow();

        var set = await plane.UntilAsync<ReplicaSet>("default", "web", s => s?.Status.Conditions.Any(one => one is { Type: "ReplicaFailure", Status: "True" }) == true, 30);
        Assert.Contains("exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1", set!.Status.Conditions[0].Message, StringComparison.Ordinal);
        Assert.Equal("FailedCreate", set.Status.Conditions[0].Reason);

        (await client.DeleteAsync<ReplicaSet>("default", "web", cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<ResourceQuota>("default", "few", q => q!.Status.Used["pods"] == Quantity.Parse("0"), 30);
    }

    [Fact]
    public async Task ABudgetRefusesEvictionsUntilItAllowsThem()
    {
        await using var plane = await ControlPlane.StartAsync(Token);
        var client = plane.Client;
        (await client.CreateAsync(Web(2), cancellationToken: Token)).OrThrow();
        var budget = new PodDisruptionBudget
        {
            Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
            Spec = new PodDisruptionBudgetSpec { MinAvailable = 2, Selector = new LabelSelector { MatchLabels = Labels } },
        };
        (await client.CreateAsync(budget, cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<PodDisruptionBudget>("default", "web", b => b is { Status.CurrentHealthy: 2, Status.DisruptionsAllowed: 0 }, 30);

        var victim = (await client.ListAsync<Pod>("default", cancellationToken: Token)).OrThrow().Items[0];
        var refused = await EvictAsync(client, victim);
        Assert.Equal(429, refused.Status!.Code);
        Assert.Equal("Cannot evict pod as it would violate the pod's disruption budget.", refused.Message);

        (await client.PatchAsync<PodDisruptionBudget>("default", "web", Patch.Merge("""{"spec":{"minAvailable":1}}"""), cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<PodDisruptionBudget>("default", "web", b => b is { Status.DisruptionsAllowed: 1 }, 30);
        Assert.True((await EvictAsync(client, victim)).Ok);
        await plane.UntilAllAsync<Pod>("default", pods => pods.Count == 2 && pods.All(pod => pod.Metadata.Uid != victim.Metadata.Uid), 30);
    }

    [Fact]
    public async Task AnApprovedRequestIsSigned()
    {
        var directory = Directory.CreateTempSubdirectory("c8s-signing").FullName;
        try
        {
            var authority = CertificateAuthority.Create("kubernetes", TimeProvider.System);
            var (certificateFile, keyFile) = (Path.Combine(directory, "ca.crt"), Path.Combine(directory, "ca.key"));
            await File.WriteAllTextAsync(certificateFile, authority.CertificatePem, Token);
            await File.WriteAllTextAsync(keyFile, KeyFactory.ToPem(authority.Key), Token);
            await using var plane = await ControlPlane.StartAsync(Token, new ControllerManagerOptions { ClusterSigningCertFile = certificateFile, ClusterSigningKeyFile = keyFile });
            using var key = KeyFactory.NewEcdsa();
            var csr = new CertificateSigningRequest
            {
                Metadata = new ObjectMeta { Name = "jane" },
                Spec = new CertificateSigningRequestSpec
                {
                    Request = Bytes.FromText(new CertificateRequest("CN=jane", key, HashAlgorithmName.SHA256).CreateSigningRequestPem()),
                    SignerName = "kubernetes.io/kube-apiserver-client",
                    Usages = ["client auth"],
                },
            };
            csr = (await plane.Client.CreateAsync(csr, cancellationToken: Token)).OrThrow();
            var approved = new CertificateSigningRequestCondition { Type = "Approved", Status = "True", Reason = "Test" };
            (await plane.Client.UpdateAsync(csr with { Status = csr.Status with { Conditions = [approved] } }, "approval", cancellationToken: Token)).OrThrow();

            var signed = await plane.UntilAsync<CertificateSigningRequest>("", "jane", c => c is { Status.Certificate.IsEmpty: false }, 30);
            using var leaf = X509Certificate2.CreateFromPem(Encoding.UTF8.GetString(signed!.Status.Certificate.Span));
            Assert.Equal("CN=jane", leaf.Subject);
            Assert.Equal(authority.Certificate.Subject, leaf.Issuer);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task ATokenSecretIsFilledIsBelievedAndGoesWithItsAccount()
    {
        await using var plane = await ControlPlane.StartAsync(Token, directory => new ControllerManagerOptions { RootCa = "ca", ServiceAccountPrivateKeyFile = Path.Combine(directory, "pki", "sa.key") });
        var client = plane.Client;
        (await client.CreateAsync(new ServiceAccount { Metadata = new ObjectMeta { Name = "robot", Namespace = "default" } }, cancellationToken: Token)).OrThrow();
        var secret = new Secret
        {
            Metadata = new ObjectMeta { Name = "robot-token", Namespace = "default", Annotations = ValueMap.Of(("kubernetes.io/service-account.name", "robot")) },
            Type = "kubernetes.io/service-account-token",
        };
        (await client.CreateAsync(secret, cancellationToken: Token)).OrThrow();
        var filled = await plane.UntilAsync<Secret>("default", "robot-token", s => s?.Data.ContainsKey("token") == true, 30);
        Assert.Equal("ca", Encoding.UTF8.GetString(filled!.Data["ca.crt"].Span));
        Assert.Equal("default", Encoding.UTF8.GetString(filled.Data["namespace"].Span));

        var review = (await client.CreateAsync(new TokenReview { Spec = new TokenReviewSpec { Token = Encoding.UTF8.GetString(filled.Data["token"].Span) } }, cancellationToken: Token)).OrThrow();
        Assert.Equal("system:serviceaccount:default:robot", review.Status.User.Username);

        (await client.DeleteAsync<ServiceAccount>("default", "robot", cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<Secret>("default", "robot-token", s => s is null, 30);
    }

    private static ValueTask<ApiResult<Status>> EvictAsync(KubeClient client, Pod pod) => client.CreateSubresourceAsync<Pod, Eviction, Status>(
        "default", pod.Metadata.Name, "eviction", new Eviction { Metadata = new ObjectMeta { Name = pod.Metadata.Name, Namespace = "default" } }, cancellationToken: Token);
}
