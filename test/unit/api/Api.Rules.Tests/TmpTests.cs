using Xunit;
namespace Cybernetes.Api.Rules.Tests;
public class TmpTests
{
    [Fact]
    public void Dump()
    {
        var pod = Recordings.TestAdmission.Mutate(RulesTable.For(new("", "v1", "Pod"))!.Default(new Cybernetes.Api.CoreV1.Pod { Spec = new() { Containers = [new() { Name = "c", Image = "i:1" }] } }), false);
        File.WriteAllText("/tmp/rr_dump.txt", GoDump.Indented(((Cybernetes.Api.CoreV1.Pod)pod).Spec));
    }
}
