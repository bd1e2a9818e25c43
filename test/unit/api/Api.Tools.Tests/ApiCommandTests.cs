using System.Text;

namespace Cybernetes.Api.Tools.Tests;

public sealed class ApiCommandTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n  containers:\n  - image: i\n    name: c\n";

    [Theory]
    [InlineData("json")]
    [InlineData("cbor")]
    [InlineData("yaml")]
    public void EveryTextFormKeepsWhatItWasGiven(string through)
    {
        var there = Run(Pod, "convert", "-f", "-", "-o", through);
        Assert.Equal(0, there.Code);
        var back = Run(there.Output, "convert", "-f-", "--from=" + through, "-oyaml");
        Assert.Equal(Pod, Encoding.UTF8.GetString(back.Output));
    }

    [Theory]
    [InlineData("proto")]
    [InlineData("etcd")]
    public void BinaryFormsReadBack(string through)
    {
        var there = Run(Pod, "convert", "-f", "-", "-o", through);
        Assert.True(there.Output.AsSpan().StartsWith("k8s\0"u8));
        var again = Run(Run(there.Output, "convert", "-f", "-", "-o", "yaml").Output, "convert", "-f", "-", "-o", through);
        Assert.Equal(Convert.ToHexString(there.Output), Convert.ToHexString(again.Output));
    }

    [Fact]
    public void CustomResourcesPassAndAreStoredAsJson()
    {
        var stored = Run("apiVersion: a.b/v1\nkind: X\nspec: {z: 1}\n", "convert", "-f", "-", "-o", "etcd");
        Assert.Equal("""{"apiVersion":"a.b/v1","kind":"X","spec":{"z":1}}""" + "\n", Encoding.UTF8.GetString(stored.Output));
        Assert.Equal("apiVersion: a.b/v1\nkind: X\nspec:\n  z: 1\n", Encoding.UTF8.GetString(Run(stored.Output, "convert", "-f", "-", "--from", "etcd", "-o", "yaml").Output));
    }

    [Fact]
    public void UnknownFieldsAreWarnedOfOrRefused()
    {
        var odd = Pod + "  bogus: 1\nbogus: 2\n";
        var warned = Run(odd, "convert", "-f", "-", "-o", "yaml");
        Assert.Equal(0, warned.Code);
        Assert.Equal("Warning: unknown field \"bogus\"\nWarning: unknown field \"spec.bogus\"\n", warned.Errors);
        Assert.Contains("bogus: 2", Encoding.UTF8.GetString(warned.Output), StringComparison.Ordinal);
        var refused = Run(odd, "convert", "-f", "-", "-o", "yaml", "--strict");
        Assert.Equal((1, "error: strict decoding error: unknown field \"bogus\", unknown field \"spec.bogus\"\n"), (refused.Code, refused.Errors));
    }

    [Theory]
    [InlineData("{", "error: unexpected end of JSON input")]
    [InlineData("kind: Pod\napiVersion: v1\nspec: 5", "error: json: cannot unmarshal")]
    [InlineData("a: 1", "error: Object 'Kind' is missing")]
    [InlineData("kind: X", "error: Object 'apiVersion' is missing")]
    [InlineData("k8s\0\u0001", "error: proto: ")]
    [InlineData("", "error: no objects in the input")]
    [InlineData("kind: X\napiVersion: v9\n---\n[", "error: document 2: error converting YAML to JSON: yaml: ")]
    [InlineData("kind: X\napiVersion: v9", "error: no kind \"X\" is registered for version \"v9\"", "proto")]
    [InlineData("kind: KubeletConfiguration\napiVersion: kubelet.config.k8s.io/v1beta1", "error: KubeletConfiguration of kubelet.config.k8s.io/v1beta1 has no protobuf form", "etcd")]
    public void BadInputGetsOneClearLine(string input, string error, string to = "json")
    {
        var run = Run(input, "convert", "-f", "-", "-o", to);
        Assert.Equal(1, run.Code);
        Assert.StartsWith(error, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd().Split('\n'));
        Assert.Empty(run.Output);
    }

    [Fact]
    public void SeveralDocumentsStaySeveral() =>
        Assert.Equal($"{Pod}---\n{Pod}", Encoding.UTF8.GetString(Run($"---\n{Pod}---\n{Pod}", "convert", "-f", "-", "-o", "yaml").Output));

    [Fact]
    public void KindsAreListedWithTheirNames()
    {
        var lines = Encoding.UTF8.GetString(Run("", "kinds").Output).Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToArray();
        Assert.Contains("apps v1 Deployment deployments deploy Namespaced", lines);
        Assert.Contains("- v1 Node nodes no Cluster", lines);
    }

    private static (int Code, byte[] Output, string Errors) Run(string input, params string[] args) => Run(Encoding.UTF8.GetBytes(input), args);

    private static (int Code, byte[] Output, string Errors) Run(byte[] input, params string[] args)
    {
        var output = new MemoryStream();
        var errors = new StringWriter { NewLine = "\n" };
        var code = ApiCommand.Run(args, new MemoryStream(input), output, errors);
        return (code, output.ToArray(), errors.ToString());
    }
}
