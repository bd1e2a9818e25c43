using System.Runtime.InteropServices;
using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Command;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.Base;

namespace Cybernetes.ApiServer.SystemPaths;

/// <summary>The paths that are no resources: root, version, health.</summary>
internal static class SystemEndpoints
{
    private const string Text = "text/plain; charset=utf-8";

    public static void AddTo(PathTable paths, ApiServerHost host)
    {
        paths.Add("/", (_, _) => new(Json(Value.MapOf(("paths", Value.List(PathList.Of(host.Resources, paths).Select(path => (Value)path).ToValueList()))))));
        paths.Add("/version", (_, _) => new(Json(Version())));
        paths.Add("/version/", (_, _) => new(Json(Version())));
        HealthEndpoints.AddTo(paths, host);
        OpenIdEndpoints.AddTo(paths, host);
    }

    /// <summary>A JSON answer, indented as upstream indents these.</summary>
    internal static Response Json(Value value)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        JsonEncoder.WriteIndented(value, buffer);
        return new BytesResponse(200, "application/json", buffer.WrittenMemory);
    }

    /// <summary>A text answer.</summary>
    internal static Response Plain(int code, string text) => new BytesResponse(code, Text, Encoding.UTF8.GetBytes(text));

    private static Value Version() => Value.MapOf(
        ("major", "1"),
        ("minor", "36"),
        ("emulationMajor", "1"),
        ("emulationMinor", "36"),
        ("minCompatibilityMajor", "1"),
        ("minCompatibilityMinor", "35"),
        ("gitVersion", ProductVersion.GitVersion),
        ("gitCommit", ""),
        ("gitTreeState", "clean"),
        ("buildDate", "1970-01-01T00:00:00Z"),
        ("goVersion", "dotnet" + Environment.Version),
        ("compiler", "ilc"),
        ("platform", $"linux/{(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "amd64")}"));
}
