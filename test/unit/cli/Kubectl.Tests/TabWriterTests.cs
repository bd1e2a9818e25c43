using Cybernetes.Kubectl.Printing;

namespace Cybernetes.Kubectl.Tests;

public sealed class TabWriterTests
{
    [Fact]
    public void ColumnsAreAsWideAsTheWidestCellAndThreeMore() =>
        Assert.Equal("NAME   READY   AGE\nweb    1/1     5m\n", Lines(table =>
        {
            table.Add("NAME", "READY", "AGE");
            table.Add("web", "1/1", "5m");
        }));

    [Fact]
    public void NarrowColumnsAreSixWide() =>
        Assert.Equal("a     b\n", Lines(table => table.Add("a", "b")));

    [Fact]
    public void LaterLinesKeepTheWidthsOfEarlierOnes()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var table = new TabWriter(output);
        table.Add("a-long-name", "x");
        table.Flush();
        table.Add("b", "y");
        table.Flush();

        Assert.Equal("a-long-name   x\nb             y\n", output.ToString());
    }

    private static string Lines(Action<TabWriter> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var table = new TabWriter(output);
        write(table);
        table.Flush();
        return output.ToString();
    }
}
